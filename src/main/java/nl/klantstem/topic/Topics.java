package nl.klantstem.topic;

import java.util.Arrays;
import java.util.List;

/** Full topic names under a prefix: {@code prefix + short name + ".v1"}. */
public record Topics(String prefix) {

    public static final String DEFAULT_PREFIX = "voc.";
    /** A record with this header and no value is a tick: it moves recorded time and is never counted. */
    public static final String TICK_HEADER = "tick";
    /** The key of ticks. */
    public static final String TICK_KEY = "tick";
    /** Where an imported record came from: {@code file:line}. */
    public static final String ORIGIN_HEADER = "origin";
    /**
     * Why an imported record is refused for what only the importer can see (it was recorded in the future, its stars are
     * on no scale): the name of a RejectReason. Ingest honours it when the record is otherwise good.
     */
    public static final String REFUSE_HEADER = "refuse";
    /** Which field offends, beside {@link #REFUSE_HEADER}. */
    public static final String REFUSED_FIELD_HEADER = "refused-field";

    public String name(Topic topic) {
        return prefix + topic.shortName() + ".v1";
    }

    /** The topic of a full name; throws IllegalArgumentException for a name that is not ours. */
    public Topic topic(String fullName) {
        return Arrays.stream(Topic.values())
                .filter(t -> name(t).equals(fullName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + fullName + "' is none of our topics"));
    }

    /** The topics that the first half reads, in the order that breaks ties between records of the same recorded time. */
    public List<Topic> sources() {
        return Arrays.stream(Topic.values()).filter(Topic::isSource).toList();
    }

    /** The topics of reference data. */
    public List<Topic> references() {
        return Arrays.stream(Topic.values()).filter(Topic::isReference).toList();
    }

    /** All that the pipeline reads. Each partition needs ticks: one that was never heard from holds recorded time up. */
    public List<Topic> read() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.isSource() || topic.isReference())
                .toList();
    }
}
