package nl.klantstem.app.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import nl.klantstem.app.NumberOption;
import nl.klantstem.app.PipelineSettings;
import nl.klantstem.app.ReportFile;
import nl.klantstem.app.Stop;
import nl.klantstem.contract.UserMistake;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the pipeline costs, beside consumers that do nothing or only parse, on the same records. */
@Command(
        name = "bench",
        description = {
            "Measure what counting costs.",
            "Generated events are loaded on a broker in this process; then, round after round, a consumer that only"
                    + " polls, one that also parses, and the whole pipeline read them all."
        })
public final class BenchCommand implements Callable<Integer> {

    private static final int STOPPED = 130;

    @Option(names = "--records", defaultValue = "1000000", description = "Events to generate (default: 1000000).")
    private long records;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds to take the median of (default: 3).")
    private int rounds;

    @Option(names = "--partitions", defaultValue = "4", description = "Partitions of every topic (default: 4).")
    private int partitions;

    @Option(names = "--threads", defaultValue = "1", description = "Stream threads (default: 1).")
    private int threads;

    @Option(
            names = "--store",
            defaultValue = "MEMORY",
            description = "Where state lives: ${COMPLETION-CANDIDATES} (default: MEMORY).")
    private PipelineSettings.Store store = PipelineSettings.Store.MEMORY;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            description = "Publish finals only that often, such as PT1H, as replay does; without it as live.")
    private @Nullable String every;

    @Option(names = "--out", paramLabel = "DIR", description = "Write bench.json there.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        NumberOption.between("--records", records, 1_000, 100_000_000);
        NumberOption.between("--rounds", rounds, 1, 100);
        NumberOption.between("--partitions", partitions, 1, 64);
        NumberOption.between("--threads", threads, 1, 64);
        var settings = new Bench.Settings(records, partitions, threads, store, every(every));
        BenchReport report;
        try (var stop = new Stop()) {
            report = measure(settings, stop);
        } catch (CancellationException stopped) {
            say("stopped");
            return STOPPED;
        }
        say("");
        report.table().forEach(this::say);
        Path folder = out;
        if (folder != null) {
            say("written to " + ReportFile.write(folder, "bench.json", report.json()));
        }
        return 0;
    }

    private BenchReport measure(Bench.Settings settings, Stop stop) {
        try (var bench = Bench.start(settings, this::say, stop)) {
            var measured = new ArrayList<BenchReport.Round>();
            for (int round = 1; round <= rounds; round++) {
                say("round " + round + " of " + rounds);
                measured.add(bench.round(round));
            }
            return new BenchReport(measured, bench.bytesPerRecord(), Memory.peakResidentBytes());
        }
    }

    private static @Nullable Duration every(@Nullable String text) {
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new UserMistake("--every is '" + text + "': give a duration such as PT1H", e);
        }
    }

    private void say(String line) {
        var writer = spec.commandLine().getOut();
        writer.println(line);
        writer.flush();
    }
}
