package nl.klantstem.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.replay.JourneyPanes.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules as people write them, on histories: against a count that adds up every window anew from single answers. */
class RulesOnHistoryTest {

    private static final long START = 1_700_000_100L / 900 * 900;

    /** An answer: promoter 1, passive 0, detractor -1. */
    private record Answer(long second, int value) {}

    private record Sum(long n, double score) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void each_rule_counts_as_many_alarms_as_by_hand(long seed) {
        var random = new Random(seed);
        var answers = new ArrayList<Answer>();
        double perHour = seed % 2 == 0 ? 3 : .4;
        for (long second = START; second < START + 60 * 86_400L; second += 900) {
            for (int i = 0; i < 4; i++) {
                if (random.nextDouble() < perHour / 16) {
                    double bad = second / 86_400 % 9 == 0 ? .6 : .2;
                    answers.add(new Answer(second, random.nextDouble() < bad ? -1 : random.nextInt(3) == 0 ? 0 : 1));
                }
            }
        }

        var found = RulesOnHistory.of(Map.of(journey("return"), panes(answers)));

        assertThat(found.journeys()).isEqualTo(1);
        assertThat(found.rules().stream().map(RulesOnHistory.Count::alarms))
                .as("seed " + seed)
                .containsExactlyElementsOf(byHand(answers));
        assertThat(found.rules().stream()
                        .mapToLong(count -> Objects.requireNonNull(count.alarms()))
                        .sum())
                .isPositive();
    }

    @Test
    void a_condition_that_comes_back_within_a_day_is_the_same_alarm() {
        var bell = new Bell(24);
        int alarms = 0;
        for (int hour = 0; hour < 200; hour++) {
            bell.step(hour == 10 || hour == 20 || hour == 44 || hour == 68 || hour == 93);
            if (bell.rings()) {
                bell.seen();
                alarms++;
            }
        }
        assertThat(alarms)
                .as("10 with 20 and 44 and 68; 93 after 24 hours without")
                .isEqualTo(2);
    }

    @Test
    void a_history_that_is_too_short_for_a_rule_is_not_one_without_alarms() {
        var week = new ArrayList<Answer>();
        for (long second = START; second < START + 7 * 86_400L; second += 3600) {
            week.add(new Answer(second, 1));
        }
        var found = RulesOnHistory.of(Map.of(journey("return"), panes(week)));

        assertThat(found.rules().stream().map(RulesOnHistory.Count::alarms)).containsExactly(null, null, null, 0L);
        assertThat(found.lines().get(1)).endsWith("- : the history is too short for it");
        assertThat(found.lines().get(4)).endsWith("0, in 0 of 1 journeys");
    }

    @Test
    void without_answers_nothing_is_said() {
        assertThat(RulesOnHistory.of(Map.of()).lines()).isEmpty();
    }

    private static Scope journey(String id) {
        return Scope.of(Map.of(Scope.JOURNEY, id));
    }

    private static Map<Long, Counts> panes(List<Answer> answers) {
        var panes = new TreeMap<Long, Counts>();
        for (Answer answer : answers) {
            var one = new Counts(answer.value() > 0 ? 1 : 0, answer.value() == 0 ? 1 : 0, answer.value() < 0 ? 1 : 0);
            panes.merge(
                    answer.second(),
                    one,
                    (a, b) -> new Counts(
                            a.promoters() + b.promoters(),
                            a.passives() + b.passives(),
                            a.detractors() + b.detractors()));
        }
        return panes;
    }

    private static List<Long> byHand(List<Answer> answers) {
        long first = answers.get(0).second() / 3600 * 3600;
        long last = answers.get(answers.size() - 1).second() + 900;
        var alarms = new HashMap<Integer, Long>();
        var wrongLast = new HashMap<Integer, Long>();
        for (long now = first; now < last + 3600; now += 3600) {
            Sum day = sum(answers, now - 86_400, now);
            Sum month = sum(answers, now - 28 * 86_400L, now);
            Sum before = sum(answers, now - 2 * 86_400L, now - 86_400);
            boolean hasMonth = now - 28 * 86_400L >= first && day.n() > 0;
            boolean hasDay = now - 2 * 86_400L >= first && day.n() > 0 && before.n() > 0;
            boolean[] wrong = {
                hasMonth && day.score() <= month.score() - 15,
                hasMonth && day.n() >= 30 && day.score() <= month.score() - 15,
                hasMonth && day.n() >= 30 && z(answers, now, day, month) > 1.96,
                hasDay && day.score() < before.score() && before.score() - day.score() >= .1 * Math.abs(before.score()),
            };
            for (int rule = 0; rule < wrong.length; rule++) {
                if (wrong[rule]) {
                    Long was = wrongLast.put(rule, now);
                    if (was == null || now - was > 24 * 3600) {
                        alarms.merge(rule, 1L, Long::sum);
                    }
                }
            }
        }
        return List.of(
                alarms.getOrDefault(0, 0L),
                alarms.getOrDefault(1, 0L),
                alarms.getOrDefault(2, 0L),
                alarms.getOrDefault(3, 0L));
    }

    private static double z(List<Answer> answers, long now, Sum day, Sum month) {
        double squares = 0;
        double sum = 0;
        for (Answer answer : answers) {
            if (answer.second() >= now - 86_400 && answer.second() < now) {
                squares += answer.value() * answer.value();
                sum += answer.value();
            }
        }
        double n = day.n() + 3;
        double variance = (squares + 1.5) / n - sum / n * (sum / n);
        return (month.score() - day.score()) / 100 / Math.sqrt(variance / day.n());
    }

    private static Sum sum(List<Answer> answers, long from, long to) {
        var in = answers.stream()
                .filter(answer -> answer.second() >= from && answer.second() < to)
                .toList();
        long sum = in.stream().mapToLong(Answer::value).sum();
        return new Sum(in.size(), in.isEmpty() ? 0 : 100.0 * sum / in.size());
    }
}
