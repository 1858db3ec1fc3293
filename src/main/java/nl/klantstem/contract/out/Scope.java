package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The dimensions a number is about, name to label, names sorted. A dimension that is not in it is summed over. In JSON
 * {@code level} (the depth of a driver) is a number, every other label a string.
 */
public record Scope(SortedMap<String, String> labels) {

    public static final String PROGRAMME = "programme";
    public static final String AUDIENCE = "audience";
    public static final String JOURNEY = "journeyId";
    public static final String CHANNEL = "channel";
    public static final String DRIVER = "driver";
    public static final String LEVEL = "level";
    public static final String HANDLER = "handler";
    public static final String HANDLING = "handling";
    public static final String SERVICE_PARTNER = "servicePartnerId";
    public static final String INTENT = "intent";
    public static final String CONFIDENCE = "confidence";
    public static final String REPEAT_FROM = "repeatFrom";
    public static final String RESOLUTION = "resolution";
    public static final String WAIT_IMPOSED = "waitImposed";
    public static final String PROOF_ASKED = "proofAsked";
    public static final String CONTACTS_NEEDED = "contactsNeeded";
    public static final String DEPARTMENT = "owningDepartment";
    public static final String CAUSE = "avoidableCause";
    public static final String CARRIER = "carrier";
    public static final String REGION = "region";
    public static final String STEP = "stepId";
    public static final String SUPPRESSION_REASON = "suppressionReason";

    /** A dimension without a value counts under this label. */
    public static final String UNKNOWN = "unknown";
    /** A label outside the catalogue counts under this one. */
    public static final String OTHER = "other";

    public Scope {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    @JsonCreator
    public static Scope of(Map<String, ?> labels) {
        var sorted = new TreeMap<String, String>();
        labels.forEach((name, label) -> sorted.put(name, String.valueOf(label)));
        return new Scope(sorted);
    }
}
