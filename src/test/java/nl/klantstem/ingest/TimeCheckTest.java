package nl.klantstem.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.ingest.Parsed.Rejected;
import org.junit.jupiter.api.Test;

class TimeCheckTest {

    private static final Duration RETENTION = Duration.ofDays(400);
    private static final Duration ALLOWANCE = Duration.ofMinutes(5);
    private static final Instant RECORDED = Instant.parse("2026-03-02T09:00:30Z");

    @Test
    void five_minutes_ahead_is_a_clock_and_a_millisecond_more_is_the_future() {
        assertThat(refusal(RECORDED.plus(Duration.ofMinutes(5)), RECORDED)).isNull();
        assertThat(refusal(RECORDED.plus(Duration.ofMinutes(5)).plusMillis(1), RECORDED))
                .isEqualTo(new Rejected(RejectReason.FUTURE, "occurredAt"));
    }

    @Test
    void no_event_happened_before_1980() {
        assertThat(refusal(TimeCheck.OLDEST.minusNanos(1), TimeCheck.OLDEST))
                .isEqualTo(new Rejected(RejectReason.TOO_OLD, "occurredAt"));
        assertThat(refusal(TimeCheck.OLDEST, TimeCheck.OLDEST)).isNull();
        assertThat(refusal(Instant.EPOCH, RECORDED)).isEqualTo(new Rejected(RejectReason.TOO_OLD, "occurredAt"));
    }

    @Test
    void a_record_without_a_sane_time_of_its_own_is_refused_for_that() {
        assertThat(TimeCheck.refusal(RECORDED, -1, RETENTION))
                .isEqualTo(new Rejected(RejectReason.TOO_OLD, "recordedAt"));
        assertThat(TimeCheck.refusal(RECORDED, Long.MIN_VALUE, RETENTION))
                .isEqualTo(new Rejected(RejectReason.TOO_OLD, "recordedAt"));
        assertThat(TimeCheck.refusal(RECORDED, Long.MAX_VALUE, RETENTION))
                .isEqualTo(new Rejected(RejectReason.FUTURE, "recordedAt"));
    }

    @Test
    void the_ends_of_time_overflow_nothing() {
        assertThat(refusal(Instant.MAX, RECORDED)).isEqualTo(new Rejected(RejectReason.FUTURE, "occurredAt"));
        assertThat(refusal(Instant.MIN, RECORDED)).isEqualTo(new Rejected(RejectReason.TOO_OLD, "occurredAt"));
    }

    @Test
    void an_event_that_outlived_the_retention_is_too_late() {
        assertThat(refusal(RECORDED.minus(RETENTION), RECORDED)).isNull();
        assertThat(refusal(RECORDED.minus(RETENTION).minusMillis(1), RECORDED))
                .isEqualTo(new Rejected(RejectReason.TOO_LATE, "occurredAt"));
    }

    @Test
    void late_begins_when_the_windows_that_end_with_its_minute_close() {
        var occurred = Instant.parse("2026-03-02T09:00:59.999Z");
        var closing = Instant.parse("2026-03-02T09:06:00Z").toEpochMilli();
        assertThat(TimeCheck.isLate(occurred, closing - 1, ALLOWANCE)).isFalse();
        assertThat(TimeCheck.isLate(occurred, closing, ALLOWANCE)).isTrue();
        assertThat(TimeCheck.isLate(Instant.parse("2026-03-02T09:00:00Z"), closing - 1, ALLOWANCE))
                .isFalse();
    }

    private static Rejected refusal(Instant occurredAt, Instant recordedAt) {
        return TimeCheck.refusal(occurredAt, recordedAt.toEpochMilli(), RETENTION);
    }
}
