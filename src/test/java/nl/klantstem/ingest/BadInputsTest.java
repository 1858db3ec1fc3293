package nl.klantstem.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.klantstem.contract.flow.Retention;
import nl.klantstem.ingest.Parsed.Accepted;
import nl.klantstem.ingest.Parsed.Rejected;
import nl.klantstem.testkit.BadInputs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BadInputsTest {

    private static final Retention RETENTION = new Retention(Duration.ofDays(400), Duration.ofDays(120));

    private final EventParser parser = new EventParser();

    @TestFactory
    List<DynamicTest> every_bad_input_is_refused_for_its_reason_and_the_good_one_behind_it_is_accepted() {
        var tests = new ArrayList<DynamicTest>();
        for (var bad : BadInputs.all()) {
            tests.add(DynamicTest.dynamicTest(bad.name(), () -> {
                assertOutcome(bad);
                assertOutcome(BadInputs.good(tests.size(), Instant.parse("2026-03-02T09:01:00Z")));
            }));
        }
        return tests;
    }

    @Test
    void the_catalogue_holds_more_than_forty_bad_inputs_and_the_near_misses() {
        assertThat(BadInputs.all()).filteredOn(c -> c.reason() != null).hasSizeGreaterThan(100);
        assertThat(BadInputs.all()).filteredOn(c -> c.reason() == null).hasSizeGreaterThan(25);
        assertThat(BadInputs.all()).extracting(BadInputs.Case::name).doesNotHaveDuplicates();
    }

    @Test
    void an_offending_field_is_never_a_foreign_name() {
        for (var bad : BadInputs.all()) {
            if (outcome(bad) instanceof Rejected rejected && rejected.field() != null) {
                assertThat(rejected.field()).doesNotContain("@", "x".repeat(10), "extra");
            }
        }
    }

    private void assertOutcome(BadInputs.Case input) {
        var outcome = outcome(input);
        if (input.reason() == null) {
            assertThat(outcome).isInstanceOf(Accepted.class);
        } else {
            assertThat(outcome).isEqualTo(new Rejected(input.reason(), input.field()));
        }
    }

    private Parsed outcome(BadInputs.Case input) {
        var parsed = parser.parse(input.stream(), input.value());
        if (parsed instanceof Accepted accepted) {
            var event = accepted.event();
            var refusal =
                    TimeCheck.refusal(event.occurredAt(), input.recordedAt().toEpochMilli(), RETENTION.of(event));
            return refusal == null ? accepted : refusal;
        }
        return parsed;
    }
}
