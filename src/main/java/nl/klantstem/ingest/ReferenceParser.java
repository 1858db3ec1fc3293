package nl.klantstem.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.HourPlan;
import nl.klantstem.contract.in.ReferenceFact;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.ingest.ParsedReference.Accepted;
import nl.klantstem.ingest.ParsedReference.Rejected;
import nl.klantstem.ingest.ParsedReference.Removed;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a record of reference data into what it says or a reason why not, as {@link EventParser} does with
 * events and within the same limits. Free of state.
 */
public final class ReferenceParser {

    private static final int MAX_KEY = 256;

    /**
     * Reads a record of a topic of reference data.
     *
     * @param key only asked when there is no value: a value says itself what it is about
     * @param value null takes back what the key said
     */
    public ParsedReference parse(Topic topic, byte @Nullable [] key, byte @Nullable [] value) {
        if (value == null) {
            return removal(topic, key == null ? "" : new String(key, StandardCharsets.UTF_8));
        }
        Document<ReferenceFact> document = topic == Topic.MEASURES
                ? DocumentParser.parse(value, ImprovementMeasureDraft.FIELDS, new ImprovementMeasureDraft())
                : DocumentParser.parse(value, HourPlanDraft.FIELDS, new HourPlanDraft());
        Parsed.Rejected why = document.why();
        return why == null
                ? new Accepted(document.required(), document.ignored())
                : new Rejected(why.reason(), why.field());
    }

    private static ParsedReference removal(Topic topic, String key) {
        Optional<String> named = topic == Topic.PLAN ? planKey(key) : Optional.of(key);
        return named.filter(name -> !name.isBlank() && !PlainText.isLonger(name, MAX_KEY))
                .<ParsedReference>map(Removed::new)
                .orElseGet(() -> new Rejected(RejectReason.TOMBSTONE, null));
    }

    /** The audience and the hour in whatever form, in our one form. */
    private static Optional<String> planKey(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        Optional<Instant> hour = Optional.ofNullable(IsoTime.instant(key.substring(slash + 1)));
        return Arrays.stream(Audience.values())
                .filter(audience -> audience.name().equals(key.substring(0, slash)))
                .findFirst()
                .flatMap(audience -> hour.map(at -> HourPlan.key(audience, at)));
    }
}
