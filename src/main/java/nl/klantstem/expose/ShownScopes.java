package nl.klantstem.expose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.Topic;

/** Decides which scopes of a topic are shown: the right dimensions, one programme, two driver levels, closed labels. */
final class ShownScopes {

    /** Shown, not meant to be shown, or turned away because a label has no place. */
    enum Verdict {
        SHOWN,
        NOT_MEANT,
        TURNED_AWAY
    }

    /** A label that lost its place to another. */
    record Leaves(String dimension, String label) {}

    /** The verdict, and who had to leave for it. */
    record Judgement(Verdict verdict, List<Leaves> leaves) {
        Judgement {
            leaves = List.copyOf(leaves);
        }
    }

    private final Topic topic;
    private final String programme;
    private final CatalogueLabels labels;
    private final ClosedLabels journeys;
    private final ClosedLabels drivers;

    ShownScopes(Topic topic, Programme programme, CatalogueLabels labels) {
        this.topic = topic;
        this.programme = programme.name();
        this.labels = labels;
        this.journeys = labels.journeys();
        this.drivers = labels.drivers();
    }

    Judgement judge(Scope scope) {
        var of = scope.labels();
        if (Shape.of(topic, scope).isEmpty()
                || !of.getOrDefault(Scope.PROGRAMME, programme).equals(programme)
                || !isShownLevel(of)) {
            return new Judgement(Verdict.NOT_MEANT, List.of());
        }
        boolean in = CatalogueLabels.audiences().contains(of.getOrDefault(Scope.AUDIENCE, ""))
                && isChannel(of.getOrDefault(Scope.CHANNEL, Scope.UNKNOWN));
        var leaves = new ArrayList<Leaves>();
        in = in && admit(journeys, Scope.JOURNEY, of, leaves) && admit(drivers, Scope.DRIVER, of, leaves);
        return new Judgement(in ? Verdict.SHOWN : Verdict.TURNED_AWAY, leaves);
    }

    private static boolean admit(ClosedLabels closed, String dimension, Map<String, String> of, List<Leaves> leaves) {
        var label = of.get(dimension);
        if (label == null) {
            return true;
        }
        var admission = closed.admit(label);
        if (admission.leaves() != null) {
            leaves.add(new Leaves(dimension, admission.leaves()));
        }
        return admission.in();
    }

    private boolean isShownLevel(Map<String, String> of) {
        var driver = of.get(Scope.DRIVER);
        if (driver == null) {
            return true;
        }
        int depth = Math.min(CatalogueLabels.DRIVER_LEVELS, driver.split("/", -1).length);
        return String.valueOf(depth).equals(of.get(Scope.LEVEL)) && !labels.isDriverGroup(driver);
    }

    private static boolean isChannel(String channel) {
        return channel.equals(Scope.OTHER) || CatalogueLabels.channels().contains(channel);
    }
}
