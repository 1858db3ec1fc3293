package nl.klantstem.insight.changes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.Insights;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Delta;
import nl.klantstem.rolling.ObservedMinutes;
import nl.klantstem.rolling.Tally;
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/** Answers that become known, and are taken back, and what is said of them as the days go by. */
final class GivenLife {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final int ALLOWANCE = 5;

    private final List<Answer> answers = new ArrayList<>();

    /**
     * An answer.
     *
     * @param known the minute in which it became known
     * @param gone the minute in which it was taken back; MAX_VALUE when it was not
     */
    record Answer(LocalDate day, Kind kind, int score, long known, long gone) {

        boolean holds(long before) {
            return known < before && gone >= before;
        }

        /** +1, 0 or -1. */
        int contribution() {
            return score > 8 ? 1 : score > 6 ? 0 : -1;
        }
    }

    /** What an answer is about. */
    record Kind(String audience, String journey, String channel, String handling, String driver) {}

    /** What was published. */
    record Line(JsonNode key, JsonNode value, long timestamp) {

        boolean is(String audience, @Nullable String journey, String window) {
            JsonNode scope = value.get("scope");
            return scope.get("audience").asText().equals(audience)
                    && scope.path("journeyId").asText("").equals(journey == null ? "" : journey)
                    && value.get("window").path("length").asText("DAY").equals(window);
        }
    }

    List<Answer> answers() {
        return answers;
    }

    void add(Answer answer) {
        answers.add(answer);
    }

    /** So many promoters, passives and detractors, all known at noon of their day. */
    void add(LocalDate day, Kind kind, int promoters, int passives, int detractors) {
        long noon = minute(day) + 12 * 60;
        for (int i = 0; i < promoters + passives + detractors; i++) {
            int score = i < promoters ? 9 : i < promoters + passives ? 7 : 3;
            add(new Answer(day, kind, score, noon, Long.MAX_VALUE));
        }
    }

    /** Through all minutes of some days, the allowance of the last one included; with restarts when they are given. */
    List<Line> live(LocalDate from, LocalDate to, boolean suppress, @Nullable Random restarts) {
        var terms = new InsightTerms(
                CatalogueFile.starter(), Duration.ofMinutes(ALLOWANCE), Duration.ofDays(400), suppress, null);
        var life = new ObservedMinutes(
                minute(from), blocks -> new Insights(terms, blocks, List.of(stored -> new NpsChanges(terms, stored))));
        deltas().values().forEach(known -> known.forEach(life::know));
        for (long minute = minute(from); minute < minute(to.plusDays(1)) + ALLOWANCE; minute++) {
            life.liveTo(minute + 1);
            if (restarts != null && restarts.nextInt(400) == 0) {
                life.restart();
            }
        }
        return life.published().stream()
                .map(published -> new Line(json(published.key()), json(published.value()), published.timestamp()))
                .toList();
    }

    private Map<Long, List<Delta>> deltas() {
        var deltas = new TreeMap<Long, List<Delta>>();
        for (Answer answer : answers) {
            put(deltas, answer, answer.known(), 1);
            if (answer.gone() != Long.MAX_VALUE) {
                put(deltas, answer, answer.gone(), -1);
            }
        }
        return deltas;
    }

    private static void put(Map<Long, List<Delta>> deltas, Answer answer, long known, int sign) {
        var counts = new long[11];
        counts[answer.score()] = sign;
        Kind kind = answer.kind();
        var scope = Scope.of(Map.of(
                Scope.AUDIENCE, kind.audience(),
                Scope.JOURNEY, kind.journey(),
                Scope.CHANNEL, kind.channel(),
                Scope.HANDLING, kind.handling(),
                Scope.DRIVER, kind.driver()));
        String cell = new Cell(Signal.DATED_ANSWERS.toString(), scope).id();
        deltas.computeIfAbsent(known, none -> new ArrayList<>())
                .add(new Delta(cell, minute(answer.day()), known, Tally.of(counts)));
    }

    static long minute(LocalDate day) {
        return day.atStartOfDay(ZONE).toEpochSecond() / 60;
    }

    static LocalDate day(JsonNode instant) {
        return Instant.parse(instant.asText()).atZone(ZONE).toLocalDate();
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A random one: a large journey, a rare one and one that ends; partners now and then; answers known late, and some taken
     * back and given again otherwise.
     */
    static GivenLife random(Random random, LocalDate from, LocalDate to) {
        var life = new GivenLife();
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            for (int i = random.nextInt(60); i > 0; i--) {
                Kind kind = kind(random, day.isBefore(from.plusDays(20)));
                long at = minute(day) + random.nextInt(23 * 60);
                long known = at + (random.nextInt(10) == 0 ? random.nextInt(4 * 24 * 60) : random.nextInt(10));
                boolean corrected = random.nextInt(15) == 0;
                long gone = corrected ? known + 1 + random.nextInt(9 * 24 * 60) : Long.MAX_VALUE;
                life.add(new Answer(day, kind, random.nextInt(11), known, gone));
                if (corrected && random.nextBoolean()) {
                    life.add(new Answer(day, kind(random, false), random.nextInt(11), gone, Long.MAX_VALUE));
                }
            }
        }
        return life;
    }

    private static Kind kind(Random random, boolean early) {
        boolean partner = random.nextInt(25) == 0;
        int which = random.nextInt(20);
        String journey = early && which < 4 ? "ends" : which < 16 ? "large" : which < 18 ? "return" : "rare";
        return new Kind(
                partner ? "PARTNER" : "CUSTOMER",
                journey,
                List.of("PHONE", "CHAT", "EMAIL").get(random.nextInt(3) * random.nextInt(2)),
                List.of("HUMAN_ONLY", "BOT_ONLY", "unknown").get(random.nextInt(3)),
                "top/d" + random.nextInt(1 + random.nextInt(16)));
    }
}
