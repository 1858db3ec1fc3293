package nl.klantstem.expose;

import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.CatalogueVersion;

/** What the catalogue sets as targets, so that a figure can be drawn against them. */
final class TargetMetrics {

    private final CatalogueVersion catalogue;

    TargetMetrics(CatalogueVersion catalogue) {
        this.catalogue = catalogue;
    }

    Stream<Samples> samples() {
        var nps = new Samples(MetricCatalogue.NPS_TARGET);
        for (var journey : catalogue.journeys()) {
            if (journey.targetNps() != null) {
                nps.add(journey.targetNps(), journey.id());
            }
        }
        var ratio = new Samples(MetricCatalogue.SERVICE_LEVEL_TARGET);
        var seconds = new Samples(MetricCatalogue.SERVICE_LEVEL_SECONDS);
        catalogue.contacts().serviceLevels().forEach((channel, level) -> {
            seconds.add(level.answerWithin().toSeconds(), channel.name());
            if (level.targetRatio() != null) {
                ratio.add(level.targetRatio(), channel.name());
            }
        });
        return Stream.of(nps, ratio, seconds);
    }
}
