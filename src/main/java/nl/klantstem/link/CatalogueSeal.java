package nl.klantstem.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.ContactRules;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.JourneyRules;
import nl.klantstem.contract.catalogue.LostInMailRules;
import nl.klantstem.contract.catalogue.Ownership;
import nl.klantstem.contract.catalogue.SurveyRules;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.topic.Json;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a catalogue version said when it first counted, and refuses to start when it says something else now:
 * what was counted under it could not be taken back exactly.
 */
final class CatalogueSeal {

    private static final ObjectMapper SORTED =
            Json.MAPPER.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final KeyValueStore<byte[], byte[]> store;
    private final Set<String> sealed = new HashSet<>();

    /** The names of seals lie behind those of all timers. */
    CatalogueSeal(KeyValueStore<byte[], byte[]> store) {
        this.store = store;
    }

    /** Throws a UserMistake when a version that has counted was changed. */
    void check(List<CatalogueVersion> versions) {
        for (CatalogueVersion version : versions) {
            byte @Nullable [] then = store.get(name(version));
            if (then != null && !Arrays.equals(then, digest(version))) {
                throw new UserMistake("catalogue version '" + version.version()
                        + "' was changed after facts were counted under it: put it back as it was and add a new version"
                        + " with a later effectiveFrom, or count anew under another prefix");
            }
        }
    }

    /** Seals a version the first time it counts. */
    void counts(CatalogueVersion version) {
        if (sealed.add(version.version()) && store.get(name(version)) == null) {
            store.put(name(version), digest(version));
        }
    }

    private static byte[] name(CatalogueVersion version) {
        byte[] text = version.version().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(Long.MAX_VALUE)
                .put(text)
                .array();
    }

    /**
     * Of what decides where and how a fact counts, whatever the order it is written in; names, owners, targets and what
     * drivers and journeys are besides may change.
     */
    static byte[] digest(CatalogueVersion version) {
        var counting = List.of(
                version.effectiveFrom(),
                version.zone().getId(),
                version.windows().stream().map(CatalogueSeal::counting).sorted().toList(),
                version.cubes(),
                version.journeys().stream()
                        .map(CatalogueSeal::counting)
                        .sorted()
                        .toList(),
                version.drivers().stream().map(CatalogueSeal::counting).sorted().toList(),
                version.attributionDays(),
                sorted(version.labels()),
                version.ownership().stream()
                        .map(CatalogueSeal::counting)
                        .sorted()
                        .toList(),
                counting(version.contacts()),
                counting(version.instances()),
                counting(version.surveys()),
                counting(version.lostInMail()));
        try {
            return MessageDigest.getInstance("SHA-256").digest(SORTED.writeValueAsBytes(counting));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("cannot take the digest of catalogue version " + version.version(), e);
        }
    }

    private static Map<String, List<String>> sorted(Map<String, List<String>> labels) {
        return labels.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue().stream().sorted().toList()));
    }

    private static String counting(WindowSpec window) {
        return window.type() + " " + window.length() + " " + window.slide();
    }

    /** Its steps in order. */
    private static String counting(Journey journey) {
        return journey.id() + " "
                + journey.steps().stream().map(Journey.Step::id).toList();
    }

    private static String counting(JourneyRules rules) {
        return rules.abandonedAfter() + " " + rules.reorderDays() + " " + rules.leakageDays();
    }

    private static String counting(SurveyRules rules) {
        return rules.quarantineDays() + " " + rules.answerDays();
    }

    private static String counting(Driver driver) {
        return driver.code() + " " + driver.journeyId() + " " + driver.demandType() + " " + driver.avoidableCause()
                + " " + driver.owningDepartment();
    }

    private static String counting(Ownership rule) {
        return rule.driver() + " " + rule.fulfilment() + " " + rule.owner();
    }

    /** Without what is offered: it counts nothing. */
    private static List<String> counting(LostInMailRules rules) {
        return Stream.concat(
                        Stream.of("otherwise " + counting(rules.otherwise())),
                        rules.carriers().entrySet().stream()
                                .map(e -> "of " + e.getKey() + " " + counting(e.getValue()))
                                .sorted())
                .toList();
    }

    private static String counting(LostInMailRules.Rule rule) {
        return rule.daysPast() + " " + rule.silentHours();
    }

    /** Without the ratio that is aimed at: it is a target. */
    private static List<Object> counting(ContactRules rules) {
        return List.of(
                rules.serviceLevels().entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue().answerWithin() + " "
                                + e.getValue().endsAfter())
                        .sorted()
                        .toList(),
                rules.shortAbandon().toString(),
                rules.humanWithin().toString(),
                rules.containment().toString(),
                rules.repeatDays(),
                rules.orderDays(),
                rules.endsAfter().toString(),
                rules.botMargin());
    }
}
