package nl.klantstem.testkit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.ContactRules;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.JourneyRules;
import nl.klantstem.contract.catalogue.LostInMailRules;
import nl.klantstem.contract.catalogue.Ownership;
import nl.klantstem.contract.catalogue.PeakCalendar;
import nl.klantstem.contract.catalogue.SurveyRules;
import nl.klantstem.contract.catalogue.WindowSpec;

/** A catalogue version in which only what a test is about is said: nothing is listed, and the usual rules hold. */
public final class GivenVersion {

    private final String name;
    private Instant from = Instant.EPOCH;
    private ZoneId zone = ZoneOffset.UTC;
    private List<Journey> journeys = List.of();
    private List<Driver> drivers = List.of();
    private Map<String, List<List<String>>> cubes = Map.of();
    private Map<String, Integer> open = Map.of();
    private List<WindowSpec> windows = List.of();
    private Map<String, List<String>> labels = Map.of();
    private List<Ownership> ownership = List.of();
    private AlertRules alerts = AlertRules.DEFAULT;

    private GivenVersion(String name) {
        this.name = name;
    }

    public static GivenVersion named(String name) {
        return new GivenVersion(name);
    }

    public GivenVersion from(Instant effective) {
        from = effective;
        return this;
    }

    public GivenVersion zone(ZoneId ofDays) {
        zone = ofDays;
        return this;
    }

    public GivenVersion journeys(List<Journey> listed) {
        journeys = listed;
        return this;
    }

    public GivenVersion drivers(List<Driver> listed) {
        drivers = listed;
        return this;
    }

    public GivenVersion cubes(Map<String, List<List<String>>> counted) {
        cubes = counted;
        return this;
    }

    public GivenVersion open(Map<String, Integer> dimensions) {
        open = dimensions;
        return this;
    }

    public GivenVersion windows(List<WindowSpec> kept) {
        windows = kept;
        return this;
    }

    public GivenVersion labels(Map<String, List<String>> listed) {
        labels = listed;
        return this;
    }

    public GivenVersion ownership(List<Ownership> rules) {
        ownership = rules;
        return this;
    }

    public GivenVersion alerts(AlertRules rules) {
        alerts = rules;
        return this;
    }

    public CatalogueVersion version() {
        return new CatalogueVersion(
                name,
                from,
                zone,
                journeys,
                drivers,
                cubes,
                open,
                windows,
                14,
                labels,
                ownership,
                ContactRules.DEFAULT,
                JourneyRules.DEFAULT,
                SurveyRules.DEFAULT,
                LostInMailRules.DEFAULT,
                alerts,
                PeakCalendar.DEFAULT);
    }

    /** A catalogue of this version alone. */
    public Catalogue catalogue() {
        return new Catalogue(List.of(version()));
    }
}
