package nl.klantstem.insight.effects;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.Insights;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Delta;
import nl.klantstem.rolling.GivenClosedMinutes;
import nl.klantstem.rolling.Tally;
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/** Answers and instances that become known and are taken back, measures that are registered, and what is said of them. */
final class GivenShop {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final int ALLOWANCE = 5;
    static final long STAYS = Long.MAX_VALUE;

    static final List<String> JOURNEYS = List.of("lost-in-mail", "return");
    static final List<String> CHANNELS = List.of("PHONE", "CHAT");
    static final List<String> DRIVERS = List.of("delivery/lost", "delivery/lost/found", "delivery/late", "returns/how");
    static final List<String> AUDIENCES = List.of("CUSTOMER", "PARTNER");

    final List<Answer> answers = new ArrayList<>();
    final List<Way> ways = new ArrayList<>();
    final List<Registered> registered = new ArrayList<>();
    boolean suppress;
    Duration retention = Duration.ofDays(400);

    /** What an answer is about. */
    record About(String audience, String journey, String channel, String driver) {}

    /** An answer; known in a minute, and taken back in another. */
    record Answer(LocalDate day, About about, int score, long known, long gone) {
        boolean holds(long before) {
            return known < before && gone >= before;
        }
    }

    /** An instance of a journey of which it is known, from a minute on, whether an order was placed again. */
    record Way(LocalDate day, String audience, String journey, boolean reordered, long known) {}

    /** What is said of a measure from a minute on; null takes it back. */
    record Registered(String id, @Nullable ImprovementMeasure measure, long at) {}

    /** What was published. */
    record Line(
            String id, @Nullable JsonNode json, @Nullable MeasureEffect effect, long timestamp) {
        MeasureEffect said() {
            if (effect == null) {
                throw new AssertionError(id + " was taken back");
            }
            return effect;
        }
    }

    static long minute(LocalDate day) {
        return day.atStartOfDay(ZONE).toEpochSecond() / 60;
    }

    /** So many promoters, passives and detractors, known at noon of their day. */
    void answered(LocalDate day, About about, int promoters, int passives, int detractors) {
        for (int i = 0; i < promoters + passives + detractors; i++) {
            int score = i < promoters ? 9 : i < promoters + passives ? 8 : 6;
            answers.add(new Answer(day, about, score, minute(day) + 720, STAYS));
        }
    }

    void register(ImprovementMeasure measure, LocalDate on) {
        registered.add(new Registered(measure.measureId(), measure, minute(on) + 600));
    }

    void remove(String id, LocalDate on) {
        registered.add(new Registered(id, null, minute(on) + 600));
    }

    /** All that is published from a day until another has been judged; with restarts when they are given. */
    List<Line> live(LocalDate from, LocalDate to, @Nullable Random restarts) {
        var terms = new InsightTerms(
                CatalogueFile.starter(), Duration.ofMinutes(ALLOWANCE), retention, suppress, Duration.ofDays(1));
        var minutes = new GivenClosedMinutes(
                blocks -> new Insights(terms, blocks, List.of(stored -> new Effects(terms, stored))));
        // The first signal begins the minutes; the books have no such one.
        minutes.count(new Delta("known-contacts", minute(from), minute(from), Tally.of(1)));
        all().forEach(minutes::count);
        registered.forEach(each -> minutes.refer(
                "measures", each.id(), each.measure() == null ? null : Json.bytes(each.measure()), each.at() * 60_000));
        for (long at = minute(from); at < minute(to.plusDays(1)) + ALLOWANCE; at += 300) {
            minutes.reach(at);
            if (restarts != null && restarts.nextInt(6) == 0) {
                minutes.restart();
            }
        }
        minutes.reach(minute(to.plusDays(1)) + ALLOWANCE);
        return minutes.published().stream()
                .map(published -> line(published.key(), published.value(), published.timestamp()))
                .toList();
    }

    private List<Delta> all() {
        var deltas = new ArrayList<Delta>();
        for (Answer answer : answers) {
            deltas.add(delta(answer, 1));
            if (answer.gone() != STAYS) {
                deltas.add(delta(answer, -1));
            }
        }
        for (Way way : ways) {
            var scope = Scope.of(Map.of(Scope.AUDIENCE, way.audience(), Scope.JOURNEY, way.journey()));
            deltas.add(new Delta(
                    new Cell(Signal.DATED_INSTANCES.toString(), scope).id(),
                    minute(way.day()),
                    way.known(),
                    Tally.of(1, way.reordered() ? 1 : 0)));
        }
        return deltas;
    }

    private static Delta delta(Answer answer, int sign) {
        var counts = new long[11];
        counts[answer.score()] = sign;
        About about = answer.about();
        var scope = Scope.of(Map.of(
                Scope.AUDIENCE, about.audience(),
                Scope.JOURNEY, about.journey(),
                Scope.CHANNEL, about.channel(),
                Scope.HANDLING, "HUMAN_ONLY",
                Scope.DRIVER, about.driver()));
        return new Delta(
                new Cell(Signal.DATED_ANSWERS.toString(), scope).id(),
                minute(answer.day()),
                sign > 0 ? answer.known() : answer.gone(),
                Tally.of(counts));
    }

    private static Line line(byte[] key, byte @Nullable [] value, long timestamp) {
        try {
            String id = Json.MAPPER.readTree(key).get("measureId").asText();
            return value == null
                    ? new Line(id, null, null, timestamp)
                    : new Line(
                            id,
                            Json.MAPPER.readTree(value),
                            Json.MAPPER.readValue(value, MeasureEffect.class),
                            timestamp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A random one, in which things get better, with facts that come late and some that are corrected. */
    static GivenShop random(Random random, LocalDate from, LocalDate to) {
        var shop = new GivenShop();
        shop.suppress = random.nextBoolean();
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            for (int i = random.nextInt(40); i > 0; i--) {
                long known = minute(day) + random.nextInt(1440) + (random.nextInt(8) == 0 ? random.nextInt(9000) : 0);
                boolean better = ChronoUnit.DAYS.between(from, day) > 60 && random.nextInt(2) == 0;
                int score = Math.min(10, random.nextInt(11) + (better ? 4 : 1));
                long gone = random.nextInt(20) == 0 ? known + 1 + random.nextInt(40_000) : STAYS;
                var about = new About(
                        AUDIENCES.get(random.nextInt(8) / 7),
                        JOURNEYS.get(random.nextInt(2)),
                        CHANNELS.get(random.nextInt(2)),
                        DRIVERS.get(random.nextInt(4)));
                shop.answers.add(new Answer(day, about, score, known, gone));
            }
            for (int i = random.nextInt(6); i > 0; i--) {
                shop.ways.add(new Way(
                        day,
                        "CUSTOMER",
                        JOURNEYS.get(random.nextInt(2)),
                        random.nextInt(3) == 0,
                        minute(day) + 14 * 1440));
            }
        }
        return shop;
    }
}
