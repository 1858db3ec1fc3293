package nl.klantstem.app.report;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.app.Configuration;
import nl.klantstem.app.ConfigurationOptions;
import nl.klantstem.app.DidYouMean;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.CubeMeasure;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reports the NPS of any period, and what became of each day since it was published. */
@Command(
        name = "report",
        description = {
            "Report the NPS of any period, and what became of it since it was published.",
            "",
            "The score with its 95%% interval, against the period before of the same length; and day by day what was"
                    + " published when the day had closed, what came late, was revised, withdrawn or moved since, and"
                    + " what is known now. It is read from a cluster, or with --in from the folder of a replay."
        })
public final class ReportCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Option(names = "--journey", paramLabel = "J", description = "The journey; all of them together without it.")
    private @Nullable String journey;

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
            description = "The last day, which is in the period; or a time, at which it ends.")
    private String to = "";

    @Option(
            names = "--by",
            paramLabel = "DIMENSION",
            description = "Tell apart by channel, or whatever else the catalogue's nps cubes count.")
    private @Nullable String by;

    @Option(names = "--in", paramLabel = "DIR", description = "Read what 'replay --out DIR' wrote; needs no brokers.")
    private @Nullable Path in;

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "The catalogue that it was counted by: its zone, its journeys' names.")
    private @Nullable Path catalogue;

    @Option(
            names = "--programme",
            paramLabel = "NAME",
            defaultValue = "TRANSACTIONAL",
            description = "TRANSACTIONAL (the default) or RELATIONAL; they are never pooled.")
    private Programme programme = Programme.TRANSACTIONAL;

    @Option(
            names = "--audience",
            paramLabel = "NAME",
            defaultValue = "CUSTOMER",
            description = "CUSTOMER (the default) or PARTNER.")
    private Audience audience = Audience.CUSTOMER;

    @Option(
            names = "--csv",
            arity = "0..1",
            paramLabel = "PART",
            fallbackValue = "FIGURES",
            description = "Comma-separated values in full precision: the figures, or with --csv=days the days.")
    private Csv.@Nullable Part csv;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!programme.feedsNps()) {
            throw new UserMistake("--programme " + programme + " has no NPS: choose TRANSACTIONAL or RELATIONAL");
        }
        refuseUnknownDimension();
        @Nullable Configuration configuration = in == null ? options.configuration() : null;
        CatalogueVersion version = catalogue(configuration).latest();
        var question = new Question(journey, by, programme, audience, period(version.zone()));
        Source source = configuration == null
                ? new FolderSource(folder())
                : new ClusterSource(configuration.connection(), configuration.topics());
        var reading = new Reading(question, version);
        source.read(Reading.TOPICS, reading);
        Report report = reading.report(source.name());
        var screen = spec.commandLine().getOut();
        (csv == null ? Page.lines(report) : Csv.lines(report, csv)).forEach(screen::println);
        screen.flush();
        return 0;
    }

    private Path folder() {
        if (in == null) {
            throw new IllegalStateException("asked for a folder that was not given");
        }
        return in;
    }

    private Period period(ZoneId zone) {
        return Period.parse(from, to, zone);
    }

    private Catalogue catalogue(@Nullable Configuration configuration) {
        if (catalogue != null) {
            return CatalogueFile.load(catalogue);
        }
        return configuration == null ? CatalogueFile.starter() : configuration.catalogue();
    }

    private void refuseUnknownDimension() {
        @Nullable String dimension = by;
        if (dimension == null) {
            return;
        }
        List<String> known = new ArrayList<>();
        CubeMeasure.ALL.stream()
                .filter(measure -> measure.name().equals("nps"))
                .forEach(measure -> known.addAll(measure.dimensions()));
        if (!known.contains(dimension)) {
            throw new UserMistake(
                    "--by " + dimension + ": NPS has no such dimension" + DidYouMean.hint(dimension, known));
        }
        if (journey != null && dimension.equals("journeyId")) {
            throw new UserMistake("--by journeyId tells journeys apart: leave --journey out");
        }
    }
}
