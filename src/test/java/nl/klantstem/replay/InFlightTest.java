package nl.klantstem.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private static final long MINUTE = 60_000;

    private final InFlight inFlight = new InFlight();

    @Test
    void the_minute_that_is_being_sent_never_waits_however_full_it_is() {
        for (int i = 0; i < 1_000; i++) {
            inFlight.sent(10 * MINUTE + i);
        }
        assertThat(inFlight.waiting()).isZero();

        inFlight.reach(11 * MINUTE);
        assertThat(inFlight.waiting()).isEqualTo(1_000);
    }

    @Test
    void minutes_that_are_final_wait_no_more() {
        inFlight.sent(0);
        inFlight.sent(MINUTE);
        inFlight.sent(MINUTE + 1);
        inFlight.sent(5 * MINUTE);
        assertThat(inFlight.waiting()).isEqualTo(3);

        inFlight.finalBefore(Instant.ofEpochMilli(MINUTE + 30_000));
        assertThat(inFlight.waiting()).isEqualTo(2);

        inFlight.finalBefore(Instant.ofEpochMilli(100 * MINUTE));
        assertThat(inFlight.waiting()).isZero();
        inFlight.sent(100 * MINUTE);
        inFlight.sent(101 * MINUTE);
        assertThat(inFlight.waiting()).isEqualTo(1);
    }
}
