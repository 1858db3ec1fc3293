package nl.klantstem.insight.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.Insights;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Delta;
import nl.klantstem.rolling.ObservedMinutes;
import nl.klantstem.rolling.Tally;
import nl.klantstem.testkit.GivenVersion;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;

/** Answers to journeys, day after day, and what is told of them. */
final class GivenScores {

    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    /** Out of a hundred answers: +40. */
    private static final int[] USUAL = {5, 1, 1, 2, 2, 4, 5, 8, 12, 20, 40};
    /** Of very bad experiences. */
    private static final int[] BAD = {45, 12, 12, 8, 5, 7, 5, 3, 3, 0, 0};

    private final SplittableRandom dice;
    private final ObservedMinutes minutes;

    GivenScores(long seed) {
        this(seed, AlertRules.DEFAULT);
    }

    GivenScores(long seed, AlertRules rules) {
        this.dice = new SplittableRandom(seed);
        var terms = new InsightTerms(
                catalogue(rules), Duration.ofMinutes(5), Duration.ofDays(400), false, Duration.ofDays(1));
        this.minutes = new ObservedMinutes(
                minute(FIRST, 0),
                blocks -> new Insights(terms, blocks, List.of(stored -> new AlertJudge(terms, stored))));
    }

    private static Catalogue catalogue(AlertRules rules) {
        var journeys = List.of("return", "exchange", "warranty").stream()
                .map(id -> new Journey(
                        id, Map.of(), Journey.Phase.AFTER_SALES, Audience.CUSTOMER, "owner", List.of(), null))
                .toList();
        return GivenVersion.named("v1")
                .zone(AMSTERDAM)
                .journeys(journeys)
                .alerts(rules)
                .catalogue();
    }

    static long minute(LocalDate day, int minuteOfDay) {
        return day.atStartOfDay(AMSTERDAM).toEpochSecond() / 60 + minuteOfDay;
    }

    /** What every answer of a day is about. */
    record About(String journey, String channel, String driver) {
        Scope scope() {
            return new Scope(new TreeMap<>(Map.of(
                    "audience", "CUSTOMER",
                    "journeyId", journey,
                    "channel", channel,
                    "handling", "HUMAN_ONLY",
                    "driver", driver)));
        }
    }

    static About about(String journey) {
        return new About(journey, "CHAT", "delivery/late");
    }

    /** Answers on a local day between 8 and 22 o'clock, so many of a hundred after very bad experiences. */
    void day(LocalDate day, About about, int answers, int bad) {
        for (int i = 0; i < answers; i++) {
            answer(about, minute(day, 480 + dice.nextInt(840)), score(bad));
        }
    }

    int score(int bad) {
        int[] shape = dice.nextInt(100) < bad ? BAD : USUAL;
        int left = dice.nextInt(100);
        int score = 0;
        while (left >= shape[score]) {
            left -= shape[score++];
        }
        return score;
    }

    void answer(About about, long minute, int score) {
        change(about, minute, minute, score, 1);
    }

    /** An answer that was known since a minute turns out to be another one. */
    void correct(About about, long first, long known, int from, int to) {
        change(about, first, known, from, -1);
        change(about, first, known, to, 1);
    }

    private void change(About about, long first, long known, int score, int times) {
        var counts = new long[11];
        counts[score] = times;
        Tally tally = Tally.of(counts);
        long day = minute(Instant.ofEpochSecond(60 * first).atZone(AMSTERDAM).toLocalDate(), 0);
        minutes.know(new Delta(new Cell(Signal.KNOWN_ANSWERS.toString(), about.scope()).id(), first, known, tally));
        minutes.know(new Delta(new Cell(Signal.DATED_ANSWERS.toString(), about.scope()).id(), day, known, tally));
    }

    ObservedMinutes minutes() {
        return minutes;
    }

    void liveTo(LocalDate day) {
        minutes.liveTo(minute(day, 0));
    }

    /** The last record of each alert, in the order in which they were raised. */
    List<NpsAlert> alerts() {
        var last = new LinkedHashMap<String, NpsAlert>();
        allAlerts().forEach(alert -> last.put(alert.alertId(), alert));
        return List.copyOf(last.values());
    }

    List<NpsAlert> allAlerts() {
        return told(Topic.NPS_ALERTS, NpsAlert.class);
    }

    /** How a journey is watched, as told last. */
    NpsWatch watch(String journey) {
        return told(Topic.NPS_WATCHES, NpsWatch.class).stream()
                .filter(watch -> journey.equals(watch.scope().labels().get("journeyId")))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private <T> List<T> told(Topic topic, Class<T> type) {
        return minutes.published().stream()
                .filter(published -> published.topic() == topic)
                .map(published -> {
                    try {
                        return Json.MAPPER.readValue(published.value(), type);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
