package nl.klantstem.insight.alerts;

import static nl.klantstem.insight.alerts.GivenScores.FIRST;
import static nl.klantstem.insight.alerts.GivenScores.about;
import static nl.klantstem.insight.alerts.GivenScores.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsAlert.Kind;
import nl.klantstem.contract.out.NpsAlert.State;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.alerts.GivenScores.About;
import nl.klantstem.topic.Published;
import org.junit.jupiter.api.Test;

class AlertJudgeTest {

    private static final LocalDate DROP = FIRST.plusDays(40);
    private static final About RETURN = about("return");
    private static final About EXCHANGE = about("exchange");

    private final GivenScores scores = new GivenScores(20261127);

    private void usual(About about, LocalDate from, LocalDate to, int answers) {
        from.datesUntil(to).forEach(day -> scores.day(day, about, answers, 0));
    }

    private void bad(About about, LocalDate from, LocalDate to, int answers, int bad) {
        from.datesUntil(to).forEach(day -> scores.day(day, about, answers, bad));
    }

    @Test
    void a_sudden_drop_is_one_alert_that_says_since_when_and_by_how_much_until_it_is_over() {
        usual(RETURN, FIRST, DROP, 120);
        bad(RETURN, DROP, DROP.plusDays(4), 120, 30);
        usual(RETURN, DROP.plusDays(4), DROP.plusDays(10), 120);
        scores.liveTo(DROP.plusDays(10));

        NpsAlert first = scores.allAlerts().get(0);
        assertThat(first.kind()).isEqualTo(Kind.DROP);
        assertThat(first.state()).isEqualTo(State.OPEN);
        assertThat(first.scope()).isEqualTo(Scope.of(java.util.Map.of("audience", "CUSTOMER", "journeyId", "return")));
        assertThat(first.evidenceYears()).isGreaterThan(0.5);
        assertThat(Duration.between(at(DROP, 8 * 60), first.raisedAt())).isLessThan(Duration.ofHours(24));
        assertThat(first.since()).isBetween(at(DROP.minusDays(1), 0), first.raisedAt());
        assertThat(first.topDrivers()).isNotEmpty();
        assertThat(scores.alerts()).singleElement().satisfies(last -> {
            assertThat(last.state()).isEqualTo(State.RECOVERED);
            assertThat(last.endedAt()).isBetween(at(DROP.plusDays(4), 0), at(DROP.plusDays(7), 0));
            assertThat(last.size().points()).isBetween(-45.0, -15.0);
            assertThat(last.also()).allMatch(member -> member.state() != State.OPEN);
        });
        assertThat(scores.watch("return").state()).isEqualTo(NpsWatch.State.WATCHING);
    }

    @Test
    void what_goes_up_is_told_too() {
        bad(RETURN, FIRST, DROP, 120, 30);
        usual(RETURN, DROP, DROP.plusDays(6), 120);
        scores.liveTo(DROP.plusDays(6));

        assertThat(scores.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.IMPROVED);
            assertThat(alert.size().low()).isPositive();
        });
    }

    @Test
    void journeys_that_drop_within_the_hour_are_one_incident() {
        for (About about : List.of(RETURN, EXCHANGE)) {
            usual(about, FIRST, DROP, 1000);
            bad(about, DROP, DROP.plusDays(2), 1000, 60);
        }
        scores.liveTo(DROP.plusDays(2));

        assertThat(scores.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(State.OPEN);
            assertThat(alert.also()).isNotEmpty();
            assertThat(scores.watch("return").alertId()).isEqualTo(alert.alertId());
            assertThat(scores.watch("exchange").alertId()).isEqualTo(alert.alertId());
        });
    }

    @Test
    void a_shift_of_the_mix_alone_is_no_alert() {
        var lost = new About("exchange", "PHONE", "delivery/lost");
        FIRST.datesUntil(DROP).forEach(day -> {
            scores.day(day, RETURN, 200, 0);
            scores.day(day, lost, 20, 60);
        });
        DROP.datesUntil(DROP.plusDays(4)).forEach(day -> {
            scores.day(day, RETURN, 200, 0);
            scores.day(day, lost, 200, 60);
        });
        scores.liveTo(DROP.plusDays(4));

        assertThat(scores.alerts()).isEmpty();
    }

    @Test
    void too_few_answers_are_said_to_be_too_few() {
        usual(RETURN, FIRST, DROP, 2);
        scores.liveTo(DROP);

        NpsWatch watch = scores.watch("return");
        assertThat(watch.state()).isEqualTo(NpsWatch.State.LEARNING);
        assertThat(watch.answersToGo()).isBetween(120L, 140L);
        assertThat(watch.drop()).isNull();
        assertThat(scores.watch("warranty").answersToGo()).isEqualTo(200);
        assertThat(scores.watch("warranty").daysToGo()).isNull();
    }

    @Test
    void what_lasts_becomes_the_ordinary() {
        usual(RETURN, FIRST, DROP, 120);
        bad(RETURN, DROP, DROP.plusDays(45), 120, 30);
        scores.liveTo(DROP.plusDays(45));

        assertThat(scores.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(State.NEW_NORMAL);
            assertThat(Duration.between(alert.raisedAt(), alert.endedAt())).isEqualTo(Duration.ofDays(28));
        });
        assertThat(scores.watch("return").baseline()).isLessThan(20);
    }

    @Test
    void corrections_that_leave_nothing_of_it_take_the_alarm_back() {
        usual(RETURN, FIRST, DROP, 120);
        long eight = minute(DROP, 480);
        for (int i = 0; i < 20; i++) {
            scores.answer(RETURN, eight + 3 * i, 0);
        }
        for (int i = 0; i < 20; i++) {
            scores.correct(RETURN, eight + 3 * i, eight + 120, 0, i % 2 == 0 ? 10 : 8);
        }
        scores.liveTo(DROP.plusDays(1));

        assertThat(scores.allAlerts().get(0).state()).isEqualTo(State.OPEN);
        assertThat(scores.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(State.RETRACTED);
            assertThat(alert.endedAt()).isEqualTo(Instant.ofEpochSecond(60 * (eight + 121)));
        });
    }

    @Test
    void a_watch_goes_on_over_the_change_of_the_clock() {
        LocalDate summer = LocalDate.of(2026, 3, 29);
        usual(RETURN, FIRST, summer, 100);
        bad(RETURN, summer, summer.plusDays(2), 100, 60);
        scores.liveTo(summer.plusDays(2));

        assertThat(scores.alerts()).singleElement().satisfies(alert -> assertThat(alert.raisedAt())
                .isBetween(summer.atStartOfDay(GivenScores.AMSTERDAM).toInstant(), at(summer, 1440)));
    }

    @Test
    void whenever_it_stops_and_starts_again_it_tells_the_same() {
        var other = new GivenScores(20261127);
        var random = new Random(7);
        for (GivenScores each : List.of(scores, other)) {
            FIRST.datesUntil(DROP).forEach(day -> each.day(day, RETURN, 60, 0));
            DROP.datesUntil(DROP.plusDays(35)).forEach(day -> each.day(day, RETURN, 60, 40));
        }
        scores.liveTo(DROP.plusDays(35));
        long minute = minute(FIRST, 0);
        while (minute < minute(DROP.plusDays(35), 0)) {
            minute = Math.min(minute + 1 + random.nextInt(3000), minute(DROP.plusDays(35), 0));
            other.minutes().liveTo(minute);
            if (random.nextBoolean()) {
                other.minutes().restart();
            } else {
                other.minutes().flush();
            }
        }

        assertThat(told(other)).isNotEmpty().isEqualTo(told(scores));
    }

    private static List<String> told(GivenScores scores) {
        return scores.minutes().published().stream().map(AlertJudgeTest::text).toList();
    }

    private static String text(Published published) {
        return published.topic() + " " + Arrays.hashCode(published.key()) + " " + published.timestamp() + " "
                + new String(published.value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Instant at(LocalDate day, int minute) {
        return Instant.ofEpochSecond(60 * minute(day, minute));
    }
}
