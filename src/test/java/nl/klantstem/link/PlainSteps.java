package nl.klantstem.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactStep;
import org.jspecify.annotations.Nullable;

/** The steps that hold of a history, by a recount at every single minute. */
final class PlainSteps {

    private PlainSteps() {}

    /** Up to and including a minute. */
    static Map<FactStep, Integer> of(PlainLinking plain, long end) {
        var told = new TreeMap<String, List<@Nullable Fact>>();
        var steps = new HashMap<FactStep, Integer>();
        for (long minute = plain.first(); minute <= end; minute++) {
            Map<String, Fact> now = plain.at(minute);
            var about = new TreeSet<>(told.keySet());
            about.addAll(now.keySet());
            for (String what : about) {
                List<@Nullable Fact> until = told.computeIfAbsent(what, w -> new ArrayList<>());
                Fact before = until.isEmpty() ? null : until.get(until.size() - 1);
                Fact after = now.get(what);
                if (!Objects.equals(before, after)) {
                    boolean allTheTime = until.stream().allMatch(Objects::nonNull);
                    List<Fact> stood = allTheTime ? List.copyOf(until) : List.of();
                    steps.merge(new FactStep(minute, before, after, stood, until.isEmpty()), 1, Integer::sum);
                    until.add(after);
                }
            }
        }
        return steps;
    }
}
