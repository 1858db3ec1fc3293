package nl.klantstem.contract.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * Reference data in all its versions, oldest first. A fact counts under the version in force when it became known; what a
 * version says must not be changed once it has counted: add a new version instead.
 */
public record Catalogue(List<CatalogueVersion> versions) {

    public Catalogue {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a catalogue needs at least one version");
        }
        for (int i = 1; i < versions.size(); i++) {
            if (!versions.get(i - 1).effectiveFrom().isBefore(versions.get(i).effectiveFrom())) {
                throw new IllegalArgumentException(
                        "catalogue version '" + versions.get(i).version() + "' must be effective after version '"
                                + versions.get(i - 1).version() + "'");
            }
        }
    }

    /** The version in force at a recorded time; the first one also before its effectiveFrom. */
    public CatalogueVersion at(Instant recordedAt) {
        for (int i = versions.size() - 1; i > 0; i--) {
            if (!recordedAt.isBefore(versions.get(i).effectiveFrom())) {
                return versions.get(i);
            }
        }
        return versions.get(0);
    }

    /** The version of that name; throws IllegalArgumentException when there is none. */
    public CatalogueVersion named(String version) {
        return versions.stream()
                .filter(v -> v.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "facts were counted under catalogue version '" + version + "', which is gone: put it back"));
    }

    public CatalogueVersion latest() {
        return versions.get(versions.size() - 1);
    }
}
