package nl.klantstem.app.report;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.LinkedResponse.Counted;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: the score of a journey, or of everything, in a period.
 *
 * @param by the dimension to tell apart by, or none
 */
record Question(@Nullable String journey, @Nullable String by, Programme programme, Audience audience, Period period) {

    /** What it is about as a whole. */
    Scope scope() {
        var labels = new TreeMap<String, String>();
        labels.put(Scope.PROGRAMME, programme.name());
        labels.put(Scope.AUDIENCE, audience.name());
        if (journey != null) {
            labels.put(Scope.JOURNEY, journey);
        }
        return new Scope(labels);
    }

    /** The label by which a scope is one of its groups; null when it is none. */
    @Nullable
    String group(Scope other) {
        if (by == null) {
            return null;
        }
        var rest = new TreeMap<>(other.labels());
        @Nullable String label = rest.remove(by);
        if (by.equals(Scope.DRIVER)) {
            rest.remove(Scope.LEVEL);
        }
        return label != null && rest.equals(scope().labels()) ? label : null;
    }

    /** The dimensions by which a cube of the catalogue that is for this question tells apart. */
    static Set<String> counted(List<List<String>> cubes, @Nullable String journey) {
        var counted = new TreeSet<String>();
        for (List<String> cube : cubes) {
            var rest = new TreeSet<>(cube);
            boolean fits = journey == null || rest.remove(Scope.JOURNEY);
            if (fits && rest.size() == 1) {
                counted.addAll(rest);
            }
        }
        return counted;
    }

    /** Whether a response that counts as this counts in what is asked about, in a day. */
    boolean holds(Counted counted, Period.Day day) {
        return counted.nps() != null
                && counted.answeredAt() != null
                && counted.programme() == programme
                && counted.audience() == audience
                && (journey == null || journey.equals(counted.journeyId()))
                && day.holds(counted.answeredAt());
    }
}
