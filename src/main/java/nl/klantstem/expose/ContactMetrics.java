package nl.klantstem.expose;

import static nl.klantstem.expose.MetricCatalogue.CONTACTS;
import static nl.klantstem.expose.MetricCatalogue.CONTACTS_CORRECTED;
import static nl.klantstem.expose.MetricCatalogue.CONTACT_DRIVERS;
import static nl.klantstem.expose.MetricCatalogue.CONTACT_DRIVERS_CORRECTED;
import static nl.klantstem.expose.MetricCatalogue.CONTACT_DRIVER_WINDOW;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.Scope;

/** Inbound contacts by journey and by driver; each contact counts once in every metric. */
final class ContactMetrics {

    private final Scrape scrape;
    private final Map<String, String> ownerOf = new TreeMap<>();
    private final Set<String> driverGroups = new HashSet<>();
    private final Samples contacts = new Samples(CONTACTS);
    private final Samples corrected = new Samples(CONTACTS_CORRECTED);
    private final Samples drivers = new Samples(CONTACT_DRIVERS);
    private final Samples driversCorrected = new Samples(CONTACT_DRIVERS_CORRECTED);
    private final Samples window = new Samples(CONTACT_DRIVER_WINDOW);

    ContactMetrics(Scrape scrape) {
        this.scrape = scrape;
        scrape.catalogue().journeys().forEach(journey -> ownerOf.put(journey.id(), journey.owner()));
        for (var scope : scrape.kept().contacts().keySet()) {
            var driver = label(scope.labels(), Scope.DRIVER);
            if (driver.contains("/")) {
                driverGroups.add(CatalogueLabels.group(driver));
            }
        }
    }

    Stream<Samples> samples() {
        if (!scrape.freshness().isSilenceStale()) {
            announce();
        }
        scrape.kept().contacts().forEach(this::add);
        return Stream.of(contacts, corrected, drivers, driversCorrected, window);
    }

    private void announce() {
        for (var label : scrape.labels().announcedJourneys()) {
            for (var channel : CatalogueLabels.channels()) {
                contacts.announce(label.journey(), channel, owner(label.journey()), label.audience());
                corrected.announce(label.journey(), channel, owner(label.journey()), label.audience());
            }
        }
        for (var label : scrape.labels().announcedDrivers()) {
            for (var channel : CatalogueLabels.channels()) {
                drivers.announce(label.driver(), channel);
                driversCorrected.announce(label.driver(), channel);
            }
            scrape.labels().windows().all().forEach(length -> window.announce(label.journey(), label.driver(), length));
        }
    }

    private void add(Scope scope, Cell.View<ContactDrivers> cell) {
        var of = scope.labels();
        // In an open dimension only the data tell which driver is a group of others.
        if (driverGroups.contains(label(of, Scope.DRIVER))) {
            return;
        }
        boolean stale = scrape.freshness().isStale(cell.asOf());
        if (Shape.CONTACTS_JOURNEY_CHANNEL.fits(scope)) {
            var journey = label(of, Scope.JOURNEY);
            String[] labels = {journey, label(of, Scope.CHANNEL), owner(journey), label(of, Scope.AUDIENCE)};
            contacts.add(cell.totals().get(0), stale, labels);
            corrected.add(cell.totals().get(1), stale, labels);
        } else if (Shape.CONTACTS_DRIVER_CHANNEL.fits(scope)) {
            String[] labels = {label(of, Scope.DRIVER), label(of, Scope.CHANNEL)};
            drivers.add(cell.totals().get(0), stale, labels);
            driversCorrected.add(cell.totals().get(1), stale, labels);
        } else if (Shape.CONTACTS_JOURNEY_DRIVER.fits(scope)) {
            cell.windows().forEach((length, value) -> addWindow(of, length, value));
        }
    }

    private void addWindow(Map<String, String> of, String length, Cell.Kept<ContactDrivers> kept) {
        long count = scrape.isYesterday(kept) ? 0 : kept.value().contacts();
        boolean stale = scrape.freshness().isStale(kept.asOf());
        window.add(count, stale, label(of, Scope.JOURNEY), label(of, Scope.DRIVER), length);
    }

    private String owner(String journey) {
        return ownerOf.getOrDefault(journey, Scope.UNKNOWN);
    }

    private static String label(Map<String, String> of, String dimension) {
        return of.getOrDefault(dimension, Scope.UNKNOWN);
    }
}
