package nl.klantstem.link;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;

/** Which version of the catalogue is in force, and what it says of labels. */
final class Rulebook {

    private final Catalogue catalogue;
    private final Map<String, Labels> labels = new HashMap<>();

    Rulebook(Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.versions().forEach(version -> labels.put(version.version(), new Labels(version)));
    }

    /** The version in force at a recorded minute. */
    CatalogueVersion version(long minute) {
        return catalogue.at(Instant.ofEpochSecond(minute * 60));
    }

    Labels labels(CatalogueVersion version) {
        return labels.computeIfAbsent(version.version(), name -> new Labels(version));
    }

    /** The contacts on the issue of one of them. */
    Issue issue(ContactView contact, Moment moment) {
        return Issue.of(contact, moment, other -> version(other.knownMinute()).contacts());
    }
}
