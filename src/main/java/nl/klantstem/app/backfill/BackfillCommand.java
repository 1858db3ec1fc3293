package nl.klantstem.app.backfill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.app.Configuration;
import nl.klantstem.app.ConfigurationOptions;
import nl.klantstem.app.report.ClusterSource;
import nl.klantstem.app.report.FolderSource;
import nl.klantstem.app.report.Period;
import nl.klantstem.app.report.Source;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.in.Programme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the past of the ledgers as OpenMetrics text, for a Prometheus that was not there then. */
@Command(
        name = "backfill",
        description = {
            "Write the past as OpenMetrics text, to be made into Prometheus' blocks.",
            "",
            "Answers, contacts and orders of the ledgers at the time they are about, as known now, under the exporter's"
                    + " names and with the label source=\"ledger\". It is read from a cluster, or with --in from the"
                    + " folder of a replay. See docs/backfill.md for how it joins up with what is scraped."
        })
public final class BackfillCommand implements Callable<Integer> {

    private static final Duration DAY = Duration.ofDays(1);

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Option(names = "--in", paramLabel = "DIR", description = "Read what 'replay --out DIR' wrote; needs no brokers.")
    private @Nullable Path in;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "A",
            description = "The first day (in the catalogue's zone), or a time at a quarter of an hour.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "B",
            description =
                    "The last day, which is in the period; or a time, at which it ends. Not after the first scrape.")
    private String to = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write; it must be new.")
    private Path out = Path.of("");

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "PT15M",
            description = "How far samples are apart: PT15M (the default), PT30M, PT1H, ... up to PT24H.")
    private String every = "PT15M";

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "The catalogue that it was counted by: its zone, its drivers, its journeys' owners.")
    private @Nullable Path catalogue;

    @Option(
            names = "--programme",
            paramLabel = "NAME",
            defaultValue = "TRANSACTIONAL",
            description = "Whose answers, as of the exporter: TRANSACTIONAL (the default) or RELATIONAL.")
    private Programme programme = Programme.TRANSACTIONAL;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!programme.feedsNps()) {
            throw new UserMistake("--programme " + programme + " has no NPS: choose TRANSACTIONAL or RELATIONAL");
        }
        int step = step(every);
        if (Files.exists(out)) {
            throw new UserMistake("--out " + out + " is there already: remove it, or give another name");
        }
        @Nullable Configuration configuration = in == null ? options.configuration() : null;
        var version = catalogue(configuration).latest();
        var period = Period.parse(from, to, version.zone());
        var panes = Panes.between(period.from().minus(OpenMetrics.LONGEST), period.to());
        var history = new LedgerHistory(panes, programme, version);
        Source source = in != null ? new FolderSource(in) : cluster(configuration);
        source.read(LedgerHistory.TOPICS, history);
        if (history.records() == 0) {
            throw new UserMistake("the ledgers in " + source.name() + " have nothing from " + period.from() + " to "
                    + period.to() + ": give a period in which something was counted");
        }
        long samples = write(history, panes, panes.number(period.from()), step);
        var screen = spec.commandLine().getOut();
        screen.println(String.format(
                Locale.ROOT, "%,d samples from %s to %s in %s", samples, period.from(), period.to(), out));
        screen.println("next: promtool tsdb create-blocks-from openmetrics --max-block-duration=162h " + out
                + " DATA-FOLDER-OF-PROMETHEUS");
        screen.flush();
        return 0;
    }

    private long write(LedgerHistory history, Panes panes, int first, int step) {
        try (var writer = Files.newBufferedWriter(out)) {
            return new OpenMetrics(writer, panes, first, step).write(history.series());
        } catch (IOException e) {
            throw new UserMistake("--out " + out + " cannot be written: " + UserMistake.why(e), e);
        }
    }

    private static Source cluster(@Nullable Configuration configuration) {
        if (configuration == null) {
            throw new IllegalStateException("asked for a cluster without a configuration");
        }
        return new ClusterSource(configuration.connection(), configuration.topics());
    }

    private Catalogue catalogue(@Nullable Configuration configuration) {
        if (catalogue != null) {
            return CatalogueFile.load(catalogue);
        }
        return configuration == null ? CatalogueFile.starter() : configuration.catalogue();
    }

    /** How many panes from a sample to the next. */
    private static int step(String every) {
        try {
            var duration = Duration.parse(every);
            long panes = duration.dividedBy(Panes.LENGTH);
            if (panes >= 1 && duration.equals(Panes.LENGTH.multipliedBy(panes)) && duration.compareTo(DAY) <= 0) {
                return (int) panes;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new UserMistake("--every " + every + " is no duration such as PT15M or PT1H", e);
        }
        throw new UserMistake("--every " + every
                + ": the ledger counts by quarters of an hour, give a multiple of PT15M up to PT24H");
    }
}
