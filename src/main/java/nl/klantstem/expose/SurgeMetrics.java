package nl.klantstem.expose;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.Scope;

/** Which contacts surge, by how much, since when, and what makes up most of it. */
final class SurgeMetrics {

    /** The channel of what is about all of them. */
    private static final String ALL = "ALL";

    private static final int MOST_PARTS = 3;

    private final Scrape scrape;
    private final ClosedLabels drivers;
    private final Samples active = new Samples(AlertMetric.CONTACT_SURGE_ACTIVE);
    private final Samples ratio = new Samples(AlertMetric.CONTACT_SURGE_RATIO);
    private final Samples contacts = new Samples(AlertMetric.CONTACT_SURGE_CONTACTS);
    private final Samples since = new Samples(AlertMetric.CONTACT_SURGE_SINCE);
    private final Samples parts = new Samples(AlertMetric.CONTACT_SURGE_PART);

    SurgeMetrics(Scrape scrape) {
        this.scrape = scrape;
        this.drivers = scrape.labels().closed(Scope.DRIVER);
        scrape.kept().surges().forEach(surge -> {
            drivers.admit(driver(surge));
            surge.parts().forEach(part -> drivers.admit(CatalogueLabels.shown(part.driver())));
        });
    }

    Stream<Samples> samples() {
        if (!scrape.freshness().isSilenceStale()) {
            announce();
        }
        var told = new HashSet<List<String>>();
        scrape.kept().surges().stream()
                .filter(surge -> surge.state() == ContactSurge.State.OPEN
                        && isShown(driver(surge))
                        && !scrape.freshness().isStale(surge.asOf())
                        && told.add(List.of(labels(surge))))
                .forEach(this::add);
        return Stream.of(active, ratio, contacts, since, parts);
    }

    /** Zero for the top level of each driver; a surge of one below is there while it is open. */
    private void announce() {
        scrape.catalogue()
                .drivers()
                .forEach(driver -> active.announce(
                        CatalogueLabels.top(driver.code()),
                        ALL,
                        driver.audience().name()));
    }

    private void add(ContactSurge surge) {
        String[] labels = labels(surge);
        active.add(1, labels);
        since.add(surge.since().getEpochSecond(), labels);
        contacts.add(surge.contacts(), Samples.with(labels, "actual"));
        contacts.add(surge.expected(), Samples.with(labels, "expected"));
        if (surge.ratio() != null) {
            ratio.add(surge.ratio(), Samples.with(labels, "value"));
        }
        if (surge.interval() != null) {
            ratio.add(surge.interval().low(), Samples.with(labels, "low"));
            ratio.add(surge.interval().high(), Samples.with(labels, "high"));
        }
        var most = new LinkedHashMap<String, Double>();
        surge.parts().forEach(part -> most.merge(shown(part.driver()), part.surplus(), Double::sum));
        most.entrySet().stream()
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .limit(MOST_PARTS)
                .forEach(part -> parts.add(part.getValue(), Samples.with(labels, part.getKey())));
    }

    private String shown(String code) {
        String shown = CatalogueLabels.shown(code);
        return isShown(shown) ? shown : Scope.OTHER;
    }

    /** One with a place in the closed list, or the top level of one. */
    private boolean isShown(String driver) {
        return drivers.admit(driver).in()
                || drivers.known().stream()
                        .anyMatch(known -> CatalogueLabels.top(known).equals(driver));
    }

    private static String[] labels(ContactSurge surge) {
        return new String[] {
            driver(surge),
            surge.scope().labels().getOrDefault(Scope.CHANNEL, ALL),
            surge.scope().labels().getOrDefault(Scope.AUDIENCE, Scope.UNKNOWN)
        };
    }

    private static String driver(ContactSurge surge) {
        return CatalogueLabels.shown(surge.scope().labels().getOrDefault(Scope.DRIVER, Scope.UNKNOWN));
    }
}
