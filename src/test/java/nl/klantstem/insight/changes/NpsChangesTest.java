package nl.klantstem.insight.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import nl.klantstem.insight.changes.GivenLife.Answer;
import nl.klantstem.insight.changes.GivenLife.Line;
import nl.klantstem.testkit.Schemas;
import org.junit.jupiter.api.Test;

/** What is said of random lives: counted by hand, adding up, telling no small group, and the same after restarts. */
class NpsChangesTest {

    private static final long SEED = 41;
    /** With a day of 25 hours (25 October) and one of 23 (29 March). */
    private static final LocalDate FROM = LocalDate.parse("2026-10-10");

    private static final LocalDate TO = LocalDate.parse("2027-04-04");

    @Test
    void every_figure_is_what_the_answers_themselves_come_to() {
        System.out.println("changes: seed " + SEED);
        GivenLife life = GivenLife.random(new Random(SEED), FROM, TO);

        List<Line> lines = life.live(FROM, TO, false, null);

        assertThat(lines).hasSizeGreaterThan(2_000);
        lines.forEach(line -> new ByHand(life.answers(), line).check());
        assertThat(lines)
                .extracting(line -> line.value().at("/previous/verdict").asText())
                .contains("TOO_FEW", "NO_CHANGE", "SCORE");
    }

    @Test
    void each_day_tells_of_all_that_has_answers_and_once_of_what_has_none_any_more() {
        GivenLife life = GivenLife.random(new Random(SEED + 1), FROM, FROM.plusDays(90));
        var told = new ArrayList<String>();
        life.live(FROM, FROM.plusDays(90), false, null)
                .forEach(line ->
                        told.add(name(line.value(), GivenLife.day(line.value().at("/window/to")))));

        var expected = new ArrayList<String>();
        var had = new HashSet<String>();
        for (LocalDate to = FROM.plusDays(1); !to.isAfter(FROM.plusDays(91)); to = to.plusDays(1)) {
            for (String audience : List.of("CUSTOMER", "PARTNER")) {
                for (String journey : List.of("", "large", "return", "rare", "ends")) {
                    for (int days : List.of(1, 7, 28)) {
                        long n = count(life.answers(), audience, journey, to.minusDays(days), to);
                        String of = audience + " " + journey + " " + (days == 1 ? "DAY" : "P" + days + "D");
                        if (n > 0 || had.remove(of)) {
                            expected.add(of + " " + to + " " + (n > 0 ? "some" : "none"));
                        }
                        if (n > 0) {
                            had.add(of);
                        }
                    }
                }
            }
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).anyMatch(of -> of.endsWith("none"));
    }

    @Test
    void no_figure_is_of_a_group_under_5_and_what_is_told_still_adds_up() {
        for (int round = 0; round < 3; round++) {
            GivenLife life = GivenLife.random(new Random(SEED + 2 + round), FROM, FROM.plusDays(70));
            List<Line> lines = life.live(FROM, FROM.plusDays(70), true, null);
            int pooled = 0;
            for (Line line : lines) {
                pooled += SmallGroups.check(line.value());
            }
            assertThat(pooled).isGreaterThan(100);
        }
    }

    @Test
    void after_restarts_at_any_moment_the_same_is_said() {
        GivenLife life = GivenLife.random(new Random(SEED + 5), FROM, FROM.plusDays(60));
        List<Line> once = life.live(FROM, FROM.plusDays(60), true, null);

        for (int round = 0; round < 3; round++) {
            assertThat(life.live(FROM, FROM.plusDays(60), true, new Random(SEED + 10 + round)))
                    .isEqualTo(once);
        }
    }

    @Test
    void a_correction_after_the_close_changes_later_days_only() {
        GivenLife life = GivenLife.random(new Random(SEED + 6), FROM, FROM.plusDays(40));
        List<Line> without = life.live(FROM, FROM.plusDays(40), true, null);
        LocalDate day = FROM.plusDays(20);
        long noon = GivenLife.minute(day.plusDays(3)) + 12 * 60;
        var kind = new GivenLife.Kind("CUSTOMER", "large", "PHONE", "HUMAN_ONLY", "top/d0");
        for (int i = 0; i < 30; i++) {
            life.add(new Answer(day, kind, 0, noon, Long.MAX_VALUE));
        }

        List<Line> with = life.live(FROM, FROM.plusDays(40), true, null);

        assertThat(with.stream().filter(line -> line.timestamp() < noon * 60_000))
                .containsExactlyElementsOf(without.stream()
                        .filter(line -> line.timestamp() < noon * 60_000)
                        .toList());
        assertThat(last(with, "P28D")).isNotEqualTo(last(without, "P28D"));
        assertThat(with.stream()
                        .filter(line -> line.is("CUSTOMER", null, "DAY"))
                        .filter(line ->
                                GivenLife.day(line.value().at("/window/from")).equals(day)))
                .as("the day that it corrects is told once")
                .hasSize(1);
    }

    @Test
    void a_day_of_23_and_one_of_25_hours_are_whole_days() {
        for (var odd : List.of(LocalDate.parse("2026-10-25"), LocalDate.parse("2027-03-28"))) {
            GivenLife life = GivenLife.random(new Random(SEED + 7), odd.minusDays(3), odd.plusDays(4));
            List<Line> lines = life.live(odd.minusDays(3), odd.plusDays(3), true, null).stream()
                    .filter(line -> line.is("CUSTOMER", null, "DAY"))
                    .toList();

            assertThat(lines)
                    .extracting(line -> line.key().get("date").asText())
                    .hasSize(7);
            assertThat(lines)
                    .filteredOn(line -> line.key().get("date").asText().equals(odd.toString()))
                    .singleElement()
                    .satisfies(line -> assertThat(hours(line)).isEqualTo(odd.getMonthValue() == 10 ? 25 : 23));
            assertThat(lines).filteredOn(line -> hours(line) == 24).hasSize(6);
        }
    }

    @Test
    void keys_and_values_keep_to_their_schema() {
        GivenLife life = GivenLife.random(new Random(SEED + 8), FROM, FROM.plusDays(35));
        for (boolean suppress : new boolean[] {true, false}) {
            for (Line line : life.live(FROM, FROM.plusDays(35), suppress, null)) {
                assertThat(Schemas.problems(Schemas.ofKey("nps-change"), line.key()))
                        .isEmpty();
                assertThat(Schemas.problems(Schemas.ofValue("nps-change"), line.value()))
                        .as("%s", line.value())
                        .isEmpty();
            }
        }
    }

    private static long count(List<Answer> answers, String audience, String journey, LocalDate from, LocalDate to) {
        long asOf = GivenLife.minute(to) + GivenLife.ALLOWANCE;
        return answers.stream()
                .filter(answer -> answer.holds(asOf) && answer.kind().audience().equals(audience))
                .filter(answer -> journey.isEmpty() || answer.kind().journey().equals(journey))
                .filter(answer -> !answer.day().isBefore(from) && answer.day().isBefore(to))
                .count();
    }

    private static String name(JsonNode value, LocalDate to) {
        return value.at("/scope/audience").asText() + " "
                + value.at("/scope/journeyId").asText("") + " "
                + value.at("/window/length").asText("DAY") + " " + to + " "
                + (value.at("/score/n").asLong() > 0 ? "some" : "none");
    }

    private static long hours(Line line) {
        JsonNode window = line.value().get("window");
        return Duration.between(
                        Instant.parse(window.get("from").asText()),
                        Instant.parse(window.get("to").asText()))
                .toHours();
    }

    private static JsonNode last(List<Line> lines, String window) {
        return lines.stream()
                .filter(line -> line.is("CUSTOMER", null, window))
                .reduce((one, other) -> other)
                .orElseThrow()
                .value();
    }
}
