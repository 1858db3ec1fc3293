package nl.klantstem.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** The closed lists of one catalogue version: a label that is not on its list counts under {@code other}. */
final class Labels {

    private final Set<String> journeys = new HashSet<>();
    private final Map<String, Driver> drivers = new HashMap<>();
    private final Set<String> driverLevels = new HashSet<>();

    Labels(CatalogueVersion version) {
        version.journeys().stream().map(Journey::id).forEach(journeys::add);
        for (Driver driver : version.drivers()) {
            drivers.put(driver.code(), driver);
            String code = driver.code();
            for (int slash = code.indexOf('/'); slash > 0; slash = code.indexOf('/', slash + 1)) {
                driverLevels.add(code.substring(0, slash));
            }
            driverLevels.add(code);
        }
    }

    String journey(@Nullable String journeyId) {
        return label(journeyId, journeys);
    }

    String driver(@Nullable String code) {
        return label(code, driverLevels);
    }

    /** The journey that a driver belongs to. */
    @Nullable
    String journeyOf(@Nullable String driverCode) {
        if (driverCode == null) {
            return null;
        }
        @Nullable Driver driver = drivers.get(driverCode);
        return driver == null ? null : driver.journeyId();
    }

    private static String label(@Nullable String label, Set<String> known) {
        if (label == null || label.isBlank()) {
            return Scope.UNKNOWN;
        }
        return known.contains(label) ? label : Scope.OTHER;
    }
}
