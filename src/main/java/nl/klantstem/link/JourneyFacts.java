package nl.klantstem.link;

import java.time.Duration;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import org.jspecify.annotations.Nullable;

/** What instances of journeys count as. */
record JourneyFacts(Rulebook rules) {

    Standing at(Moment moment, String instanceId) {
        @Nullable JourneyView instance = moment.instance(instanceId);
        if (instance == null) {
            return Standing.NOTHING;
        }
        CatalogueVersion version = rules.version(instance.knownMinute());
        Labels labels = rules.labels(version);
        @Nullable String journey = instance.journeyId(labels);
        var way = new Way(instance, labels.steps(journey));
        var due = new Due(moment.minute());
        Passage passage = passage(instance, way, version.instances().abandonedAfter(), due);
        var fact = new JourneyFact(
                instance.startedAt(),
                instance.audience(),
                labels.journey(journey),
                passage,
                way.steps(passage),
                new Aftermath(instance, moment.purchases()).outcome(version.instances(), due),
                instance.late(),
                version.version());
        return new Standing(fact, due.minute());
    }

    private static Passage passage(JourneyView instance, Way way, Duration abandonedAfter, Due due) {
        if (way.ended()) {
            return Passage.COMPLETED;
        }
        return due.passed(instance.lastAt().plus(abandonedAfter)) ? Passage.ABANDONED : Passage.OPEN;
    }
}
