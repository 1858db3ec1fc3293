package nl.klantstem.rolling;

import java.util.List;

/**
 * What a source task hands to one partition of the second half at a commit: deltas, and how far it has read.
 *
 * @param sources how many input partitions there are in all
 * @param references reference records that were read; no deltas are beside them
 * @param marks the newest recorded time read, per input partition of the task
 */
public record Frame(int sources, List<Mark> marks, List<Delta> deltas, List<Reference> references) {

    /** More deltas than this go in frames and stored blocks of their own, so that none is too big for a record. */
    static final int MOST_DELTAS = 1_000;

    /** The newest recorded time (epoch milliseconds) that was read from an input partition (topic ordinal, partition). */
    public record Mark(int topic, int partition, long recordedAt) {}

    public Frame {
        marks = List.copyOf(marks);
        deltas = List.copyOf(deltas);
        references = List.copyOf(references);
    }

    /** A frame of deltas. */
    Frame(int sources, List<Mark> marks, List<Delta> deltas) {
        this(sources, marks, deltas, List.of());
    }
}
