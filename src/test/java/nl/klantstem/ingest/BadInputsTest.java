package nl.klantstem.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.klantstem.contract.flow.Retention;
import nl.klantstem.contract.in.InputEvent;
import nl.klantstem.testkit.BadInputs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BadInputsTest {

    private static final Retention RETENTION = new Retention(Duration.ofDays(400), Duration.ofDays(120));

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
            var field = outcome(bad).field();
            if (field != null) {
                assertThat(field).doesNotContain("@", "x".repeat(10), "extra");
            }
        }
    }

    private static void assertOutcome(BadInputs.Case input) {
        var outcome = outcome(input);
        assertThat(outcome.reason()).isEqualTo(input.reason());
        assertThat(outcome.field()).isEqualTo(input.field());
    }

    private static ReadRecord outcome(BadInputs.Case input) {
        var read = ReadRecord.of(input.stream(), input.value());
        if (read.fact() instanceof InputEvent event) {
            var refusal =
                    TimeCheck.refusal(event.occurredAt(), input.recordedAt().toEpochMilli(), RETENTION.of(event));
            return refusal == null ? read : new ReadRecord(null, List.of(), refusal.reason(), refusal.field());
        }
        return read;
    }
}
