package nl.klantstem.expose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** How scores are watched, which alerts are open, and which contacts surge. */
final class AlertMetrics {

    /** The journey of what is about all of them together, and the channel of what is about all of them. */
    private static final String ALL = "ALL";

    private static final int SMALLEST = 1;
    private static final int WITH_ONE_MORE = 2;

    private final Scrape scrape;
    private final ClosedLabels journeys;
    private final ClosedLabels drivers;

    AlertMetrics(Scrape scrape) {
        this.scrape = scrape;
        this.journeys = scrape.labels().closed(Scope.JOURNEY);
        this.drivers = scrape.labels().closed(Scope.DRIVER);
        scrape.kept().watches().forEach(watch -> journeys.admit(label(watch.scope(), Scope.JOURNEY)));
        scrape.kept().surges().forEach(surge -> drivers.admit(label(surge.scope(), Scope.DRIVER)));
    }

    Stream<Samples> samples() {
        var all = new ArrayList<Samples>();
        all.add(active());
        all.addAll(watches());
        all.add(surges());
        return all.stream();
    }

    /** Zero for the whole catalogue: what was never seen to be 0 has no beginning. */
    private Samples active() {
        var active = new Samples(AlertMetric.NPS_ALERT_ACTIVE);
        for (NpsAlert.Kind kind : NpsAlert.Kind.values()) {
            scrape.labels().announced(Scope.JOURNEY).forEach(journey -> scrape.labels()
                    .audiencesOf(journey)
                    .forEach(audience -> active.announce(journey, audience, kind.name())));
            CatalogueLabels.audiences().forEach(audience -> active.announce(ALL, audience, kind.name()));
        }
        var kinds = new HashMap<String, NpsAlert.Kind>();
        scrape.kept().alerts().forEach(alert -> kinds.put(alert.alertId(), alert.kind()));
        for (NpsWatch watch : scrape.kept().watches()) {
            NpsAlert.@Nullable Kind kind = watch.alertId() == null ? null : kinds.get(watch.alertId());
            if (kind != null && isShown(watch.scope()) && !scrape.freshness().isStale(watch.asOf())) {
                active.add(1, journey(watch.scope()), label(watch.scope(), Scope.AUDIENCE), kind.name());
            }
        }
        return active;
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

    /** Zero for the top level of each driver; a surge of one below is there while it is open. */
    private Samples surges() {
        var active = new Samples(AlertMetric.CONTACT_SURGE_ACTIVE);
        scrape.catalogue()
                .drivers()
                .forEach(driver -> active.announce(
                        top(driver.code()), ALL, driver.audience().name()));
        for (ContactSurge surge : scrape.kept().surges()) {
            String driver = label(surge.scope(), Scope.DRIVER);
            if (surge.state() == ContactSurge.State.OPEN
                    && drivers.admit(driver).in()
                    && !scrape.freshness().isStale(surge.asOf())) {
                active.add(
                        1,
                        driver,
                        surge.scope().labels().getOrDefault(Scope.CHANNEL, ALL),
                        label(surge.scope(), Scope.AUDIENCE));
            }
        }
        return active;
    }

    /** Scopes of a journey, or of all together; finer ones are in the topics. */
    private boolean isShown(Scope scope) {
        return scope.labels().size() == SMALLEST
                || (scope.labels().size() == WITH_ONE_MORE
                        && scope.labels().containsKey(Scope.JOURNEY)
                        && journeys.admit(label(scope, Scope.JOURNEY)).in());
    }

    private static String top(String driver) {
        return driver.contains("/") ? CatalogueLabels.group(driver) : driver;
    }

    private static String journey(Scope scope) {
        return scope.labels().getOrDefault(Scope.JOURNEY, ALL);
    }

    private static String label(Scope scope, String dimension) {
        return scope.labels().getOrDefault(dimension, Scope.UNKNOWN);
    }
}
