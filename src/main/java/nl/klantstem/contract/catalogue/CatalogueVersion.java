package nl.klantstem.contract.catalogue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * One version of the reference data.
 *
 * @param version its name, published with every insight
 * @param effectiveFrom the recorded time from which facts count under it
 * @param zone the zone of local days
 * @param cubes which dimension sets are counted, by the name of a {@link CubeMeasure}
 * @param open dimensions (journeyId, driver and those of {@link ListedLabels}) whose labels are taken as they come, with
 *     the most labels let in
 * @param windows the windows that are kept; the same in every version
 * @param attributionDays how many days before an answer a contact may be to be the one it is about
 * @param labels what is listed for the dimensions of {@link ListedLabels}
 * @param ownership who should handle what
 * @param contacts how contacts are judged
 * @param instances how instances of journeys are judged
 * @param surveys how surveys that were asked are judged
 * @param lostInMail when a parcel is suspected to be lost
 * @param alerts which scores are watched and what is tolerated
 * @param peaks the phases of the peak
 */
public record CatalogueVersion(
        String version,
        Instant effectiveFrom,
        ZoneId zone,
        List<Journey> journeys,
        List<Driver> drivers,
        Map<String, List<List<String>>> cubes,
        Map<String, Integer> open,
        List<WindowSpec> windows,
        int attributionDays,
        Map<String, List<String>> labels,
        List<Ownership> ownership,
        ContactRules contacts,
        JourneyRules instances,
        SurveyRules surveys,
        LostInMailRules lostInMail,
        AlertRules alerts,
        PeakCalendar peaks) {

    public CatalogueVersion {
        journeys = List.copyOf(journeys);
        drivers = List.copyOf(drivers);
        cubes = Map.copyOf(cubes);
        open = Map.copyOf(open);
        windows = List.copyOf(windows);
        labels = Map.copyOf(labels);
        ownership = List.copyOf(ownership);
    }
}
