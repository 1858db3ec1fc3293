package nl.klantstem.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.JourneyNpsLedger;
import nl.klantstem.contract.out.Mean;
import nl.klantstem.contract.out.NpsTotals;
import nl.klantstem.contract.out.Pane;
import nl.klantstem.contract.out.PaneKey;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.contract.out.Reliability;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the responses do not tell the whole difference, the rest is shown and not guessed. */
class ReconciliationTest {

    private static final LocalDate DATE = LocalDate.of(2025, 11, 3);
    private static final Question QUESTION = new Question(
            "return",
            null,
            Programme.TRANSACTIONAL,
            Audience.CUSTOMER,
            Period.parse("2025-11-03", "2025-11-03", GivenAnswers.ZONE));
    private static final Instant FROM = QUESTION.period().from();
    private static final Instant TO = QUESTION.period().to();
    private static final List<Long> NO_SCORES = Collections.nCopies(11, 0L);

    private final Ledger ledger = new Ledger(QUESTION);
    private final PublishedDays published = new PublishedDays(QUESTION);
    private final Responses responses = new Responses(QUESTION);

    @Test
    void what_no_response_tells_of_is_unexplained() {
        pane(5, 1, 2);
        published(4L, 1L, 1L, 6);
        knownUpTo(TO.plusSeconds(3600));

        DayLine day = day();

        assertThat(day.unexplained()).isEqualTo(2);
        assertThat(day.unexplainedSplit()).contains(new Split(1, 0, 1));
        assertThat(day.differs()).isTrue();
    }

    @Test
    void as_many_answers_of_other_scores_are_unexplained_too() {
        pane(4, 1, 2);
        published(4L, 2L, 1L, 7);
        knownUpTo(TO.plusSeconds(3600));

        assertThat(day().unexplained()).isZero();
        assertThat(day().unexplainedSplit()).contains(new Split(0, -1, 1));
        assertThat(day().differs()).isTrue();
    }

    @Test
    void a_day_that_has_not_closed_is_not_compared() {
        pane(4, 1, 2);
        published(4L, 1L, 1L, 6);
        knownUpTo(TO.plusSeconds(299));
        assertThat(day().published()).isNull();

        knownUpTo(TO.plusSeconds(300));
        assertThat(day().published()).isEqualTo(new DayLine.Then(6, new Split(4, 1, 1)));
        assertThat(day().closedAt()).isEqualTo(TO.plusSeconds(300));
    }

    @Test
    void of_a_day_too_small_to_be_published_only_the_number_is_compared() {
        pane(2, 1, 2);
        published(null, null, null, 4);
        knownUpTo(TO.plusSeconds(3600));

        assertThat(day().unexplained()).isEqualTo(1);
        assertThat(day().unexplainedSplit()).isEmpty();
    }

    private DayLine day() {
        return Reconciliation.of(QUESTION, ledger, published, responses).days().get(0);
    }

    private void pane(long promoters, long passives, long detractors) {
        long n = promoters + passives + detractors;
        ledger.take(
                new PaneKey(QUESTION.scope(), FROM),
                () -> new JourneyNpsLedger(
                        QUESTION.scope(),
                        new Pane(FROM, Pane.LENGTH),
                        n,
                        promoters,
                        passives,
                        detractors,
                        NO_SCORES,
                        new Mean(0, null),
                        new Mean(0, null),
                        new Completeness(0, 0),
                        TO,
                        "1",
                        1));
    }

    /** The last final may be of an hour in which the day last changed. */
    private void published(@Nullable Long promoters, @Nullable Long passives, @Nullable Long detractors, long n) {
        Instant noon = FROM.plusSeconds(43_200);
        published.take(
                new InsightKey(QUESTION.scope(), Window.Type.DAY, null, DATE, InsightKey.State.FINAL),
                new JourneyNps(
                        QUESTION.scope(),
                        new Window(Window.Type.DAY, null, FROM, noon, "Europe/Amsterdam"),
                        n,
                        promoters,
                        passives,
                        detractors,
                        null,
                        null,
                        null,
                        promoters == null ? Reliability.SUPPRESSED : Reliability.LOW_N,
                        null,
                        null,
                        new NpsTotals(NO_SCORES, NO_SCORES),
                        noon.plusSeconds(300),
                        false,
                        null,
                        "1",
                        1));
    }

    private void knownUpTo(Instant asOf) {
        published.take(
                new ProgressKey(InsightProgress.Kind.FINALS, null, 0),
                new InsightProgress(InsightProgress.Kind.FINALS, null, 0, 1, asOf, null, null, 1));
        assertThat(Objects.requireNonNull(published.asOf())).isEqualTo(asOf);
    }
}
