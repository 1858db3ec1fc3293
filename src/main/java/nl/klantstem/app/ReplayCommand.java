package nl.klantstem.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.klantstem.app.alerts.RulesOnHistory;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.replay.Collector;
import nl.klantstem.replay.ForeignLabels;
import nl.klantstem.replay.Imported;
import nl.klantstem.replay.InputFile;
import nl.klantstem.replay.Inputs;
import nl.klantstem.replay.JourneyPanes;
import nl.klantstem.replay.JsonLinesSink;
import nl.klantstem.replay.LastAlerts;
import nl.klantstem.replay.LastFinals;
import nl.klantstem.replay.LinkCounts;
import nl.klantstem.replay.OpenLabels;
import nl.klantstem.replay.ResultFolder;
import nl.klantstem.topic.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends history through the pipeline at full speed and ends by itself, with every published record in a folder. */
@Command(
        name = "replay",
        description = {
            "Send files through the pipeline at full speed and show what comes out.",
            "",
            "Files in our own form are JSON lines, plain or gzip, whose names begin with survey-responses, contact-events,"
                    + " survey-invitations, order-events, delivery-events, journey-step-events, measures or plan; every other file needs a mapping. Lines"
                    + " need not be sorted."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final int PARTITIONS = 4;
    private static final int STOPPED = 130;
    /** The window whose last values are shown on screen; when the catalogue has none such, its longest. */
    private static final String SHOWN = "P28D";

    /** What belongs to one run of the command. */
    private record Session(Instant started, ReplayProgress bar, Stop stop) {}

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "The files to replay.")
    private List<Path> inputs = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "M.yaml",
            description =
                    "How foreign CSV or JSON lines become our events. One mapping holds for all files that need one;"
                            + " several hold for them one by one, in the same order.")
    private List<Path> mappings = List.of();

    @Option(
            names = "--catalogue",
            paramLabel = "C.yaml",
            description = "Journeys, drivers, windows and what is counted. Without it the starter catalogue counts.")
    private @Nullable Path catalogue;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Write every published record there, a file of JSON lines per topic, and summary.json. Without it"
                            + " only the summary is shown. A folder that holds an earlier run is started over.")
    private @Nullable Path out;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of every topic (" + PARTITIONS + ", or the cluster's setting).")
    private @Nullable Integer partitions;

    @Option(
            names = "--every",
            paramLabel = "PT1H",
            description = "Publish windows only at these moments of the day, and nothing provisional: nobody reads each"
                    + " minute of a past year.")
    private @Nullable String every;

    @Option(
            names = "--until",
            paramLabel = "T",
            description =
                    "Carry time on to this date or instant, so that windows empty; otherwise to the end of the last"
                            + " day.")
    private @Nullable String until;

    @Option(
            names = "--suppress",
            description = "Publish of groups under 5 answers their number only, as a live pipeline does.")
    private boolean suppress;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT,...",
            description =
                    "Load the history into this cluster's topics instead of a broker that is thrown away. They must be"
                            + " empty; 'topics apply --live' opens them for live records afterwards.")
    private @Nullable String bootstrapServers;

    @Option(names = "--prefix", paramLabel = "voc.", description = "What every topic name begins with.")
    private @Nullable String prefix;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The cluster's settings, as for 'pipeline' (see docs/configuration.md).")
    private @Nullable Path config;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var started = Instant.now();
        if (partitions != null && partitions < 1) {
            throw new UserMistake("--partitions " + partitions + ": give 1 or more");
        }
        var pace = every == null ? null : ReplayTerms.every(every);
        var reference = catalogue == null ? CatalogueFile.starter() : CatalogueFile.load(catalogue);
        var files =
                Inputs.resolve(inputs, mappings.stream().map(MappingFile::load).toList());
        var bar = new ReplayProgress(new ProgressLine(spec.commandLine().getErr()));
        try (var stop = new Stop(() -> bar.say("stopping ..."))) {
            var session = new Session(started, bar, stop);
            try (var work = WorkFolder.create("replay");
                    var imported = read(files, work, session)) {
                replay(imported, reference, pace, work, session);
                return 0;
            } catch (RuntimeException | LinkageError e) {
                // While the process ends, what is begun then fails, down to the loading of a class.
                if (!stop.asked()) {
                    throw e;
                }
                bar.say("stopped before the end" + (out == null ? "" : "; the results in " + out + " are unfinished"));
                return STOPPED;
            } finally {
                bar.wipe();
            }
        }
    }

    private static Imported read(List<InputFile> files, WorkFolder work, Session session) {
        var imported = Imported.read(files, session.started(), work.path().resolve("sorted"), lines -> {
            session.stop().check();
            session.bar().read(lines);
        });
        if (imported.total() == 0) {
            imported.close();
            throw new UserMistake("there is nothing to replay: no lines in "
                    + String.join(", ", files.stream().map(InputFile::name).toList())
                    + (imported.skipped() == 0 ? "" : " but " + imported.skipped() + " that the mapping skips"));
        }
        return imported;
    }

    private void replay(
            Imported imported, Catalogue reference, @Nullable Duration pace, WorkFolder work, Session session)
            throws InterruptedException {
        var closed = OpenLabels.close(reference, imported.labels());
        var zone = closed.latest().zone();
        var last = imported.last().orElseThrow();
        var end = ReplayTerms.end(last, until == null ? null : ReplayTerms.until(until, zone), zone);
        try (var folder = out == null ? null : ResultFolder.open(out, description(session.started()));
                var target = target(work)) {
            if (folder != null) {
                folder.before()
                        .ifPresent(before -> session.bar().say(out + " holds a run, " + before + "; starting over"));
            }
            var finish = ReplayTerms.finish(end, target.settings().allowance());
            if (target.goesLive()) {
                finish = ReplayTerms.notAhead(finish, last, session.started());
            }
            var settings = paced(target.settings(), pace);
            var run = new ReplayRun(target, settings, closed, finish);
            report(run, imported, folder, session);
        }
    }

    private void report(ReplayRun run, Imported imported, @Nullable ResultFolder folder, Session session)
            throws InterruptedException {
        var links = new LinkCounts();
        var finals = new LastFinals(shownWindow(run.catalogue()));
        var alerts = new LastAlerts();
        var panes = new JourneyPanes();
        var sinks = new ArrayList<Collector.Sink>(List.of(links, finals, alerts, panes));
        ReplayRun.Outcome outcome;
        try (var lines = folder == null ? null : new JsonLinesSink(folder::part)) {
            if (lines != null) {
                sinks.add(lines);
            }
            outcome = run.run(imported, sinks, session.bar(), session.stop());
        }
        var seconds = Duration.between(session.started(), Instant.now()).toMillis() / 1000.0;
        var found = new ReplaySummary.Found(
                links.counts(),
                ForeignLabels.of(run.catalogue(), imported.labels()),
                AlertsOnHistory.of(alerts.alerts(), alerts.watches()),
                RulesOnHistory.of(panes.panes()));
        var summary = ReplaySummary.of(outcome.inputs(), found, seconds);
        if (folder != null) {
            folder.finish(summary.json());
        }
        session.bar().wipe();
        var screen = spec.commandLine().getOut();
        summary.lines().forEach(screen::println);
        if (imported.skipped() > 0) {
            screen.println("skipped by the mapping: " + imported.skipped() + " lines");
        }
        if (outcome.overtaken() > 0) {
            screen.println("ATTENTION: " + outcome.overtaken()
                    + " changes came behind the watermark: finals may differ from those of another run");
        }
        FinalsTable.lines(finals).forEach(screen::println);
        found.alerts().lines().forEach(screen::println);
        found.rules().lines().forEach(screen::println);
        screen.println(out == null ? "give --out DIR to keep every published record" : "results: " + out);
        screen.flush();
    }

    private String description(Instant started) {
        return "replay of "
                + String.join(", ", inputs.stream().map(Path::toString).toList()) + " begun at "
                + started.truncatedTo(ChronoUnit.SECONDS);
    }

    private ReplayTarget target(WorkFolder work) {
        if (bootstrapServers == null && config == null) {
            return ReplayTarget.Embedded.start(
                    work,
                    prefix == null ? Topics.DEFAULT_PREFIX : prefix,
                    partitions == null ? PARTITIONS : partitions);
        }
        Map<String, String> options = new LinkedHashMap<>();
        if (bootstrapServers != null) {
            options.put(Settings.BOOTSTRAP_SERVERS.key(), bootstrapServers);
        }
        if (prefix != null) {
            options.put(Settings.PREFIX.key(), prefix);
        }
        if (partitions != null) {
            options.put(Settings.PARTITIONS.key(), String.valueOf(partitions));
        }
        return ReplayTarget.Cluster.prepare(Configuration.read(config, System.getenv(), options));
    }

    private PipelineSettings paced(PipelineSettings s, @Nullable Duration pace) {
        return new PipelineSettings(
                s.bootstrapServers(),
                s.prefix(),
                s.stateDir(),
                s.store(),
                s.guarantee(),
                s.commitInterval(),
                s.allowance(),
                s.retention(),
                s.pseudonymKey(),
                pace,
                suppress,
                false,
                s.threads(),
                s.kafka());
    }

    private static String shownWindow(Catalogue catalogue) {
        var rolling = catalogue.latest().windows().stream()
                .filter(window -> window.length() != null)
                .sorted(Comparator.comparing(WindowSpec::length))
                .map(WindowSpec::name)
                .toList();
        return rolling.isEmpty() || rolling.contains(SHOWN) ? SHOWN : String.valueOf(rolling.get(rolling.size() - 1));
    }
}
