package nl.klantstem.expose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klantstem.contract.out.DetractorDriver;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** How scores are watched, which incidents are open, and what is said of them. */
final class AlertMetrics {

    /** The journey of what is about all of them together. */
    private static final String ALL = "ALL";

    private static final int SMALLEST = 1;
    private static final int WITH_ONE_MORE = 2;
    private static final int TOP_DRIVERS = 3;

    private final Scrape scrape;
    private final ClosedLabels journeys;
    private final ClosedLabels drivers;

    AlertMetrics(Scrape scrape) {
        this.scrape = scrape;
        this.journeys = scrape.labels().closed(Scope.JOURNEY);
        this.drivers = scrape.labels().closed(Scope.DRIVER);
        scrape.kept().watches().forEach(watch -> journeys.admit(label(watch.scope(), Scope.JOURNEY)));
        scrape.kept().alerts().stream()
                .flatMap(alert -> alert.topDrivers().stream())
                .forEach(driver -> drivers.admit(CatalogueLabels.shown(driver.driver())));
    }

    Stream<Samples> samples() {
        var all = new ArrayList<Samples>();
        all.add(active());
        all.addAll(watches());
        all.addAll(incidents());
        return all.stream();
    }

    /** Zero for the whole catalogue: what was never seen to be 0 has no beginning. Nothing when nothing is known. */
    private Samples active() {
        var active = new Samples(AlertMetric.NPS_ALERT_ACTIVE);
        if (!scrape.freshness().isSilenceStale()) {
            for (NpsAlert.Kind kind : NpsAlert.Kind.values()) {
                scrape.labels().announced(Scope.JOURNEY).forEach(journey -> scrape.labels()
                        .audiencesOf(journey)
                        .forEach(audience -> active.announce(journey, audience, kind.name())));
                CatalogueLabels.audiences().forEach(audience -> active.announce(ALL, audience, kind.name()));
            }
        }
        open().forEach(incident -> active.add(1, labels(incident)));
        return active;
    }

    /** What is said of each score that is in an open incident. */
    private List<Samples> incidents() {
        var points = new Samples(AlertMetric.NPS_ALERT_POINTS);
        var score = new Samples(AlertMetric.NPS_ALERT_SCORE);
        var responses = new Samples(AlertMetric.NPS_ALERT_RESPONSES);
        var since = new Samples(AlertMetric.NPS_ALERT_SINCE);
        var evidence = new Samples(AlertMetric.NPS_ALERT_EVIDENCE);
        var ofDrivers = new Samples(AlertMetric.NPS_ALERT_DRIVER);
        for (OpenIncident incident : open()) {
            String[] labels = labels(incident);
            incident.figures().ifPresent(figures -> {
                addKnown(points, figures.size().points(), Samples.with(labels, "value"));
                addKnown(points, figures.size().low(), Samples.with(labels, "low"));
                addKnown(points, figures.size().high(), Samples.with(labels, "high"));
                addKnown(score, figures.nps(), Samples.with(labels, "now"));
                score.add(figures.baseline(), Samples.with(labels, "usual"));
                responses.add(figures.n(), labels);
                since.add(figures.since().getEpochSecond(), labels);
                evidence.add(figures.evidenceYears(), labels);
            });
            if (incident.holdsTheDrivers()) {
                topDrivers(incident.alert())
                        .forEach((driver, impact) -> ofDrivers.add(impact, Samples.with(labels, driver)));
            }
        }
        return List.of(points, score, responses, since, evidence, ofDrivers);
    }

    /** The first three of the incident that do anything to the score, each by the label under which it is shown. */
    private Map<String, Double> topDrivers(NpsAlert alert) {
        var top = new LinkedHashMap<String, Double>();
        for (DetractorDriver driver : alert.topDrivers()) {
            String shown = CatalogueLabels.shown(driver.driver());
            if (driver.impact() != null && top.size() < TOP_DRIVERS) {
                top.putIfAbsent(drivers.admit(shown).in() ? shown : Scope.OTHER, driver.impact());
            }
        }
        return top;
    }

    private List<OpenIncident> open() {
        return OpenIncident.of(scrape.kept()).stream()
                .filter(incident -> isShown(incident.watch().scope())
                        && !scrape.freshness().isStale(incident.watch().asOf()))
                .toList();
    }

    private List<Samples> watches() {
        var score = new Samples(AlertMetric.NPS_SHIFT_SCORE);
        var threshold = new Samples(AlertMetric.NPS_SHIFT_THRESHOLD);
        var missing = new Samples(AlertMetric.NPS_ANSWERS_TO_GO);
        for (NpsWatch watch : scrape.kept().watches()) {
            if (!isShown(watch.scope()) || scrape.freshness().isStale(watch.asOf())) {
                continue;
            }
            String journey = journey(watch.scope());
            String audience = label(watch.scope(), Scope.AUDIENCE);
            threshold.add(watch.thresholdYears(), journey, audience);
            share(score, watch, watch.drop(), NpsAlert.Kind.DROP);
            share(score, watch, watch.improved(), NpsAlert.Kind.IMPROVED);
            if (watch.answersToGo() != null) {
                missing.add(watch.answersToGo(), journey, audience);
            }
        }
        return List.of(score, threshold, missing);
    }

    private static void share(Samples score, NpsWatch watch, @Nullable Double years, NpsAlert.Kind kind) {
        if (years != null) {
            score.add(
                    years / watch.thresholdYears(),
                    journey(watch.scope()),
                    label(watch.scope(), Scope.AUDIENCE),
                    kind.name());
        }
    }

    /** Scopes of a journey, or of all together; finer ones are in the topics. */
    private boolean isShown(Scope scope) {
        return scope.labels().size() == SMALLEST
                || (scope.labels().size() == WITH_ONE_MORE
                        && scope.labels().containsKey(Scope.JOURNEY)
                        && journeys.admit(label(scope, Scope.JOURNEY)).in());
    }

    private static void addKnown(Samples samples, @Nullable Double value, String... labels) {
        if (value != null) {
            samples.add(value, labels);
        }
    }

    private static String[] labels(OpenIncident incident) {
        Scope scope = incident.watch().scope();
        return new String[] {
            journey(scope),
            label(scope, Scope.AUDIENCE),
            incident.alert().kind().name()
        };
    }

    private static String journey(Scope scope) {
        return scope.labels().getOrDefault(Scope.JOURNEY, ALL);
    }

    private static String label(Scope scope, String dimension) {
        return scope.labels().getOrDefault(dimension, Scope.UNKNOWN);
    }
}
