package nl.klantstem.insight.changes;

import java.util.List;
import java.util.TreeMap;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** What is compared over a period: all answers of an audience, or those of one journey. */
record Subject(Period period, Audience audience, @Nullable String journey) {

    private static final String BETWEEN = "/";

    Scope scope() {
        var labels = new TreeMap<String, String>();
        labels.put(Scope.PROGRAMME, Programme.TRANSACTIONAL.name());
        labels.put(Scope.AUDIENCE, audience.name());
        if (journey != null) {
            labels.put(Scope.JOURNEY, journey);
        }
        return new Scope(labels);
    }

    /** The dimensions that the answers are told apart by, when it is asked why the score moved. */
    List<String> segments() {
        return journey == null ? List.of(Scope.JOURNEY, Scope.CHANNEL) : List.of(Scope.CHANNEL, Scope.HANDLING);
    }

    /** A name from which {@link #parse} makes it again. */
    String id() {
        String all = period + BETWEEN + audience;
        return journey == null ? all : all + BETWEEN + journey;
    }

    static Subject parse(String id) {
        String[] parts = id.split(BETWEEN, 3);
        return new Subject(Period.valueOf(parts[0]), Audience.valueOf(parts[1]), parts.length < 3 ? null : parts[2]);
    }
}
