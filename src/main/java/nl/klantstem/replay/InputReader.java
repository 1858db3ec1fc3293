package nl.klantstem.replay;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.replay.Stamper.Stamp;
import nl.klantstem.replay.mapping.MappedLine;
import nl.klantstem.replay.mapping.MappedLines;
import nl.klantstem.replay.mapping.Refusal;
import nl.klantstem.replay.mapping.TimeReading;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Reads input files line by line, in the order given: each line's event, time, key and labels. */
final class InputReader {

    private final List<InputFile> files;
    private final Instant start;
    private final LabelCounts labels = new LabelCounts();
    private final Map<Topic, Long> lines = new EnumMap<>(Topic.class);
    private long skipped;

    /**
     * @param start when the replay began: nothing can have been recorded later
     */
    InputReader(List<InputFile> files, Instant start) {
        this.files = files;
        this.start = start;
    }

    /** Reads all files; throws UserMistake when one cannot be read to its end. */
    void read(Consumer<StagedRecord> sink) {
        for (int i = 0; i < files.size(); i++) {
            read(i, sink);
        }
    }

    LabelCounts labels() {
        return labels;
    }

    /** Lines read per topic, without those that a mapping skips. */
    Map<Topic, Long> lines() {
        return lines;
    }

    /** Lines that a mapping skips. */
    long skipped() {
        return skipped;
    }

    private void read(int index, Consumer<StagedRecord> sink) {
        InputFile file = files.get(index);
        Stamper stamper = null;
        long at = 0;
        try (MappedLines in = open(file)) {
            for (MappedLine line = in.next(); line != null; line = in.next()) {
                at = line.line();
                if (line.isSkipped()) {
                    skipped++;
                    continue;
                }
                EventScan scan = scan(file.topic(), line.value());
                if (stamper == null) {
                    stamper = new Stamper(start, firstTime(file));
                }
                sink.accept(staged(index, file.topic(), line, scan, stamper));
            }
        } catch (IOException e) {
            throw Inputs.unreadable(file, at, e);
        }
    }

    private EventScan scan(Topic topic, byte[] value) {
        return topic.isReference() ? ReferenceScan.of(topic, value, start) : EventScan.of(value);
    }

    private StagedRecord staged(int index, Topic topic, MappedLine line, EventScan scan, Stamper stamper) {
        lines.merge(topic, 1L, Long::sum);
        count(topic, scan);
        Stamp stamp = stamper.next(recordedAt(line, scan), scan.occurredAt());
        Refusal refuse = line.refuse() == null ? stamp.refuse() : line.refuse();
        return new StagedRecord(
                topic,
                stamp.recordedAt(),
                key(topic, scan),
                topic == Topic.CONTACT_EVENTS ? scan.contactId() : null,
                line.value(),
                index,
                line.line(),
                refuse);
    }

    /** Labels that count; a field of another stream's that stands here too is none. */
    private void count(Topic topic, EventScan scan) {
        if (topic == Topic.DELIVERY_EVENTS) {
            labels.add(Scope.CARRIER, scan.carrier());
            labels.add(Scope.REGION, scan.region());
        } else if (topic != Topic.ORDER_EVENTS) {
            labels.add(Scope.JOURNEY, scan.journeyId());
            labels.add(Scope.DRIVER, scan.driver());
            labels.add(Scope.DRIVER, scan.intent());
            labels.add(Scope.SERVICE_PARTNER, scan.servicePartnerId());
            labels.add(Scope.DEPARTMENT, scan.owningDepartment());
            if (topic == Topic.SURVEY_INVITATIONS) {
                labels.add(Scope.SUPPRESSION_REASON, scan.suppressionReason());
            }
        }
    }

    /** Null when the record names nothing, or is a contact event without a customer. */
    private static @Nullable String key(Topic topic, EventScan scan) {
        if (scan.customerKey() != null || topic != Topic.SURVEY_RESPONSES) {
            return scan.customerKey();
        }
        return scan.contactId() == null ? scan.responseId() : scan.contactId();
    }

    private static TimeReading recordedAt(MappedLine line, EventScan scan) {
        return line.recordedAt().isAbsent() ? scan.recordedAt() : line.recordedAt();
    }

    /** The first time in a file that can be believed, which lines before it take. */
    private Instant firstTime(InputFile file) throws IOException {
        Stamper stamper = new Stamper(start, Stamper.FIRST);
        try (MappedLines in = open(file)) {
            for (MappedLine line = in.next(); line != null; line = in.next()) {
                if (line.isSkipped()) {
                    continue;
                }
                EventScan scan = scan(file.topic(), line.value());
                if (stamper.hasTime(recordedAt(line, scan), scan.occurredAt())) {
                    return Instant.ofEpochMilli(stamper.next(recordedAt(line, scan), scan.occurredAt())
                            .recordedAt());
                }
            }
        }
        return Stamper.FIRST;
    }

    private static MappedLines open(InputFile file) throws IOException {
        return file.mapping() == null
                ? new OwnLines(Inputs.open(file))
                : MappedLines.of(file.mapping(), file.name(), Inputs.open(file));
    }
}
