package nl.klantstem.expose.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.BotSessions;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.InsightKey.State;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.NpsTotals;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.NpsWatchKey;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.contract.out.Reliability;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Window;
import nl.klantstem.expose.board.Board;
import nl.klantstem.expose.board.BoardInsights;
import nl.klantstem.expose.board.Boards;
import nl.klantstem.expose.board.Reading;
import nl.klantstem.stats.Nps;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.jspecify.annotations.Nullable;

/** A board that is made of records as the pipeline publishes them, two days after a Black Friday. */
final class GivenBoard {

    static final Instant EVENING = Instant.parse("2026-11-29T17:53:30Z");
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final Catalogue CATALOGUE = CatalogueFile.starter();
    static final List<Long> NO_SCORES = List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    static final String HOSTILE = "<script>alert('x')</script>\"&\u05e9\u05dc\u05d5\u05dd";

    private final BoardInsights insights;
    private final Clock clock;
    private final @Nullable Duration maxAge;
    private Reading reading = Reading.of(Reading.Phase.FOLLOWING);

    GivenBoard() {
        this(Clock.fixed(EVENING.plusSeconds(4), ZoneOffset.UTC), Duration.ofMinutes(10));
    }

    GivenBoard(Clock clock, @Nullable Duration maxAge) {
        this.clock = clock;
        this.maxAge = maxAge;
        this.insights = new BoardInsights(new Topics("voc."), Programme.TRANSACTIONAL, clock);
    }

    Board board() {
        var terms = new Boards.Terms("Klantstem", Programme.TRANSACTIONAL, maxAge, clock);
        return new Boards(insights, () -> reading, CATALOGUE, terms).make();
    }

    PageParts page(Language language) {
        return PageParts.of(board(), language, clock.instant());
    }

    GivenBoard is(Reading other) {
        reading = other;
        return this;
    }

    GivenBoard upTo(Instant asOf) {
        var kind = InsightProgress.Kind.FINALS;
        return takes(
                Topic.INSIGHT_PROGRESS,
                new ProgressKey(kind, null, 0),
                new InsightProgress(kind, null, 0, 1, asOf, null, 0L, 1));
    }

    GivenBoard takes(Topic topic, Object key, Object value) {
        insights.accept(topic, Json.bytes(key), Json.bytes(value));
        return this;
    }

    static Scope of(@Nullable String journey) {
        var labels = new TreeMap<String, String>(Map.of("audience", "CUSTOMER", "programme", "TRANSACTIONAL"));
        if (journey != null) {
            labels.put("journeyId", journey);
        }
        return new Scope(labels);
    }

    static Scope watched(@Nullable String journey) {
        var labels = new TreeMap<>(of(journey).labels());
        labels.remove("programme");
        return new Scope(labels);
    }

    /** A rolling window's score. */
    GivenBoard nps(Scope scope, String length, long promoters, long passives, long detractors) {
        var window = new Window(Window.Type.ROLLING, length, EVENING.minus(Duration.parse(length)), EVENING, null);
        return nps(
                new InsightKey(scope, window.type(), length, null, State.CURRENT),
                window,
                promoters,
                passives,
                detractors);
    }

    /** A day's score, current for the day of the data. */
    GivenBoard day(Scope scope, LocalDate date, long promoters, long passives, long detractors) {
        var from = date.atStartOfDay(ZONE).toInstant();
        boolean today = date.equals(EVENING.atZone(ZONE).toLocalDate());
        var to = today ? EVENING : date.plusDays(1).atStartOfDay(ZONE).toInstant();
        var window = new Window(Window.Type.DAY, null, from, to, ZONE.getId());
        var key = new InsightKey(scope, window.type(), null, date, today ? State.CURRENT : State.FINAL);
        return nps(key, window, promoters, passives, detractors);
    }

    private GivenBoard nps(InsightKey key, Window window, long promoters, long passives, long detractors) {
        var nps = new Nps(promoters, passives, detractors);
        boolean hidden = nps.n() < Nps.SUPPRESSED_BELOW;
        var margin = nps.margin();
        var value = new JourneyNps(
                key.scope(),
                window,
                nps.n(),
                hidden ? null : promoters,
                hidden ? null : passives,
                hidden ? null : detractors,
                null,
                hidden ? null : nps.rounded().orElseThrow(),
                hidden
                        ? null
                        : margin.map(each -> new Interval(two(each.low()), two(each.high())))
                                .orElse(null),
                Reliability.valueOf(nps.trust().name()),
                null,
                null,
                new NpsTotals(NO_SCORES, NO_SCORES),
                window.to(),
                key.state() == State.CURRENT,
                null,
                "2026-11",
                1);
        return takes(Topic.JOURNEY_NPS, key, value);
    }

    GivenBoard watch(@Nullable String journey, NpsWatch.State state, double drop, @Nullable String alertId) {
        boolean learning = state == NpsWatch.State.LEARNING;
        var value = new NpsWatch(
                Programme.TRANSACTIONAL,
                watched(journey),
                state,
                learning ? null : 40.0,
                learning ? null : 1.2,
                state == NpsWatch.State.WATCHING ? drop : null,
                state == NpsWatch.State.WATCHING ? 0.0004 : null,
                1,
                1,
                5,
                learning ? 120L : null,
                learning ? 9 : null,
                alertId,
                EVENING,
                "2026-11",
                1);
        return takes(Topic.NPS_WATCHES, new NpsWatchKey(Programme.TRANSACTIONAL, watched(journey)), value);
    }

    /** The reviewed example of a topic with other fields, JSON by name. */
    GivenBoard example(Topic topic, Object key, Map<String, Object> fields) {
        var value = (ObjectNode) Schemas.golden(topic.shortName()).deepCopy();
        value.remove("endedAt");
        fields.forEach((name, field) -> value.set(name, Json.MAPPER.<JsonNode>valueToTree(field)));
        return takes(topic, key, value);
    }

    /** Contacts about a driver (all when there is none) over a day and four weeks. */
    GivenBoard contacts(@Nullable String driver, long day, long month) {
        for (var length : List.of("PT24H", "P28D")) {
            var labels = new TreeMap<String, String>(Map.of("audience", "CUSTOMER"));
            if (driver != null) {
                labels.put("driver", driver);
                labels.put("level", "2");
            }
            boolean isDay = length.equals("PT24H");
            long contacts = isDay ? day : month;
            long orders = isDay ? 62_400 : 1_180_000;
            var window = new Window(Window.Type.ROLLING, length, EVENING.minus(Duration.parse(length)), EVENING, null);
            var rate = Map.of("grossPer1000", two(1000.0 * contacts / orders), "netPer1000", 1.0);
            example(
                    Topic.CONTACT_DRIVERS,
                    new InsightKey(new Scope(labels), window.type(), length, null, State.CURRENT),
                    Map.of(
                            "scope", new Scope(labels),
                            "window", window,
                            "contacts", contacts,
                            "avoidable", contacts * 7 / 10,
                            "repeat", contacts / 20,
                            "orders", orders,
                            "flow", rate,
                            "asOf", EVENING));
        }
        return this;
    }

    GivenBoard outcomes(String length, long due, long inTime, BotSessions bot, long open) {
        var scope = new Scope(new TreeMap<>(Map.of("audience", "CUSTOMER")));
        var window = new Window(Window.Type.ROLLING, length, EVENING.minus(Duration.parse(length)), EVENING, null);
        var level = Map.of("due", due, "inTime", inTime, "ratio", Math.round(10_000.0 * inTime / due) / 10_000.0);
        return example(
                Topic.CONTACT_OUTCOMES,
                new InsightKey(scope, window.type(), length, null, State.CURRENT),
                Map.of(
                        "scope", scope,
                        "window", window,
                        "contacts", due + 2_100,
                        "open", open,
                        "waiting", 339,
                        "serviceLevel", level,
                        "bot", bot,
                        "asOf", EVENING));
    }

    private static double two(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
