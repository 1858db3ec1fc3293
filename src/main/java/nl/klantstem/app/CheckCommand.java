package nl.klantstem.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import nl.klantstem.contract.flow.Retention;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.ingest.EventParser;
import nl.klantstem.ingest.Parsed;
import nl.klantstem.ingest.ParsedReference;
import nl.klantstem.ingest.ReferenceParser;
import nl.klantstem.ingest.TimeCheck;
import nl.klantstem.replay.Imported;
import nl.klantstem.replay.ImportedRecord;
import nl.klantstem.replay.Inputs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads files as a replay would and says what would be refused, without running anything. */
@Command(
        name = "check",
        description = {
            "Read files as 'replay' would and say what would be refused: how many for which reason, and the first ones.",
            "Values of optional fields that nobody knows are told too: they are left out, and the record counts.",
            "Ends with 0 when nothing would be, with 1 when something would."
        })
final class CheckCommand implements Callable<Integer> {

    private static final int SHOWN = 20;
    private static final Retention RETENTION = PipelineSettings.DEFAULT_RETENTION;

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "The files to check.")
    private List<Path> inputs = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "M.yaml",
            description =
                    "How foreign CSV or JSON lines become our events. One mapping holds for all files that need one;"
                            + " several hold for them one by one, in the same order.")
    private List<Path> mappings = List.of();

    @Spec
    private CommandSpec spec;

    private final EventParser parser = new EventParser();
    private final ReferenceParser references = new ReferenceParser();
    private final Map<RejectReason, Long> refused = new TreeMap<>();
    private final Map<String, Long> ignored = new TreeMap<>();
    private final List<String> first = new ArrayList<>();
    private long read;
    private long test;

    @Override
    public Integer call() {
        var files =
                Inputs.resolve(inputs, mappings.stream().map(MappingFile::load).toList());
        long skipped = Imported.scan(files, Instant.now(), this::look);
        var out = spec.commandLine().getOut();
        first.forEach(out::println);
        long all = refused.values().stream().mapToLong(Long::longValue).sum();
        if (all > SHOWN) {
            out.println("and " + (all - SHOWN) + " more");
        }
        refused.forEach((reason, n) -> out.println(String.format(Locale.ROOT, "%-16s %,10d", reason, n)));
        ignored.forEach(
                (field, n) -> out.println(String.format(Locale.ROOT, "unknown value of %s, left out: %,d", field, n)));
        out.println(String.format(
                Locale.ROOT,
                "%,d lines read, %,d would be refused, %,d are test events, %,d are skipped by the mapping",
                read,
                all,
                test,
                skipped));
        return all == 0 ? 0 : 1;
    }

    private void look(ImportedRecord record) {
        read++;
        var refusal = refusal(record);
        if (refusal == null) {
            return;
        }
        refused.merge(refusal.reason(), 1L, Long::sum);
        if (first.size() < SHOWN) {
            var field = refusal.field();
            first.add(record.origin() + ": " + refusal.reason() + (field == null ? "" : " in " + field));
        }
    }

    /** As the pipeline decides, in its order. */
    private Parsed.@Nullable Rejected refusal(ImportedRecord record) {
        if (record.topic().isReference()) {
            return referenceRefusal(record);
        }
        var parsed = parser.parse(record.topic(), record.value());
        if (parsed instanceof Parsed.Rejected rejected) {
            return rejected;
        }
        var accepted = (Parsed.Accepted) parsed;
        var event = accepted.event();
        if (event.test()) {
            test++;
            return null;
        }
        var told = record.refuse();
        var refusal = told == null
                ? TimeCheck.refusal(event.occurredAt(), record.recordedAt(), RETENTION.of(event))
                : new Parsed.Rejected(told.reason(), told.field());
        if (refusal == null) {
            accepted.ignored().forEach(field -> ignored.merge(field, 1L, Long::sum));
        }
        return refusal;
    }

    private Parsed.@Nullable Rejected referenceRefusal(ImportedRecord record) {
        var parsed = references.parse(record.topic(), record.key(), record.value());
        if (parsed instanceof ParsedReference.Rejected rejected) {
            return new Parsed.Rejected(rejected.reason(), rejected.field());
        }
        var told = record.refuse();
        if (told != null) {
            return new Parsed.Rejected(told.reason(), told.field());
        }
        if (parsed instanceof ParsedReference.Accepted accepted) {
            accepted.ignored().forEach(field -> ignored.merge(field, 1L, Long::sum));
        }
        return null;
    }
}
