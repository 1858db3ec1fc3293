package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CubeMeasure;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.JourneyFact.Outcome;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ResponseJourney;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.testkit.GivenVersion;
import org.junit.jupiter.api.Test;

/** What a catalogue may ask for is what the measures count. */
class MeasuresTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void every_measure_of_a_catalogue_is_counted_by_each_of_its_dimensions() {
        var measures = new Measures(catalogue(), false);
        var counted = new TreeMap<String, Set<Set<String>>>();
        for (Fact fact : List.of(response(), contact(), shipment(), instance(), invitation())) {
            measures.contributions(fact).forEach(contribution -> counted.computeIfAbsent(
                            contribution.cell().measure(), measure -> new HashSet<>())
                    .add(contribution.cell().scope().labels().keySet()));
        }

        assertThat(measures.published().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        CubeMeasure.ALL.stream().map(CubeMeasure::name).toList());
        for (var measure : CubeMeasure.ALL) {
            assertThat(counted.get(measure.name()))
                    .as(measure.name())
                    .isEqualTo(Set.copyOf(sets(measure).stream()
                            .map(set -> scope(measure, set))
                            .toList()));
        }
    }

    /** The names in a scope of a dimension set. */
    private static Set<String> scope(CubeMeasure measure, List<String> set) {
        var names = new TreeSet<>(set);
        names.addAll(measure.alwaysIn());
        if (set.contains(Scope.DRIVER)) {
            names.add(Scope.LEVEL);
        }
        return names;
    }

    /** Each dimension of a measure alone, with the key where there is one, and none. */
    private static List<List<String>> sets(CubeMeasure measure) {
        var sets = new ArrayList<List<String>>();
        var key = measure.key() == null ? List.<String>of() : List.of(measure.key());
        sets.add(key);
        for (var dimension : measure.dimensions()) {
            if (!dimension.equals(measure.key())) {
                var set = new ArrayList<>(key);
                set.add(dimension);
                sets.add(set);
            }
        }
        return sets;
    }

    private static Catalogue catalogue() {
        var cubes = new LinkedHashMap<String, List<List<String>>>();
        CubeMeasure.ALL.forEach(measure -> cubes.put(measure.name(), sets(measure)));
        return GivenVersion.named("v1").from(NOON).cubes(cubes).catalogue();
    }

    private static ResponseFact response() {
        return new ResponseFact(
                NOON,
                Programme.TRANSACTIONAL,
                Audience.CUSTOMER,
                "return",
                "PHONE",
                9,
                null,
                null,
                false,
                UnmatchedReason.NO_CONTACT,
                ResponseContext.NONE,
                ResponseJourney.none("return"),
                "v1");
    }

    private static ContactFact contact() {
        return new ContactFact(
                NOON,
                Audience.CUSTOMER,
                true,
                "PHONE",
                "HUMAN",
                "return",
                "returns/how",
                false,
                false,
                ContactCourse.NONE,
                "v1");
    }

    private static InvitationFact invitation() {
        return new InvitationFact(
                NOON,
                Programme.TRANSACTIONAL,
                Audience.CUSTOMER,
                "return",
                "PHONE",
                InvitationFact.NONE,
                new InvitationFact.Reached(true, false, false, false, false, false, false),
                InvitationFact.UNKNOWN_SECONDS,
                false,
                false,
                "v1");
    }

    private static JourneyFact instance() {
        return new JourneyFact(
                NOON,
                Audience.CUSTOMER,
                "return",
                Passage.OPEN,
                List.of(new JourneyFact.Step("0", NOON, Passage.OPEN, 0, false, 0, 0, 0, null, new TreeSet<>())),
                new Outcome("INFORMED", false, false, false, false, false, false, false, false, false),
                false,
                "v1");
    }

    private static ShipmentFact shipment() {
        return new ShipmentFact(
                NOON,
                Audience.CUSTOMER,
                "carrier-a",
                "utrecht",
                ShipmentFact.Delivery.UNDERWAY,
                ShipmentFact.Suspicion.NONE,
                false,
                "v1");
    }
}
