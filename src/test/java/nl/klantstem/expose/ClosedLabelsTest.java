package nl.klantstem.expose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.klantstem.contract.out.Scope;
import org.junit.jupiter.api.Test;

class ClosedLabelsTest {

    @Test
    void who_gets_in_does_not_depend_on_who_came_first() {
        var names = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        for (long seed = 1; seed <= 50; seed++) {
            var shuffled = new ArrayList<>(names);
            Collections.shuffle(shuffled, new Random(seed));
            var labels = new ClosedLabels(Set.of("return"), 9, 4);
            var in = new TreeSet<String>();
            for (var name : shuffled) {
                var admission = labels.admit(name);
                if (admission.in()) {
                    in.add(name);
                }
                if (admission.leaves() != null) {
                    in.remove(admission.leaves());
                }
            }
            assertThat(in).as("seed " + seed).containsExactly("a", "b", "c");
        }
    }

    @Test
    void other_and_unknown_always_have_a_place() {
        var labels = new ClosedLabels(Set.of("a", "b", "c", Scope.OTHER), 9, 2);

        assertThat(labels.admit(Scope.OTHER).in()).isTrue();
        assertThat(labels.admit(Scope.UNKNOWN).in()).isTrue();
        assertThat(labels.known()).containsExactly("a", "b");
        assertThat(labels.admit("c").in()).isFalse();
    }
}
