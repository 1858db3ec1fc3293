package nl.klantstem.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactStep;

/** How every fact of a history went, by a recount at every single minute. */
final class PlainSteps {

    private PlainSteps() {}

    /** Up to and including a minute; by what it is about the steps of each fact that ever counted. */
    static Map<String, List<FactStep>> of(PlainLinking plain, long end) {
        var histories = new TreeMap<String, List<FactStep>>();
        for (long minute = plain.first(); minute <= end; minute++) {
            Map<String, Fact> now = plain.at(minute);
            var about = new TreeSet<>(histories.keySet());
            about.addAll(now.keySet());
            for (String what : about) {
                List<FactStep> steps = histories.computeIfAbsent(what, w -> new ArrayList<>());
                Fact before =
                        steps.isEmpty() ? null : steps.get(steps.size() - 1).fact();
                if (!Objects.equals(before, now.get(what))) {
                    steps.add(new FactStep(minute, now.get(what)));
                }
            }
        }
        return histories;
    }
}
