package nl.klantstem.app;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.klantstem.app.alerts.SimulateAlertsCommand;
import nl.klantstem.app.backfill.BackfillCommand;
import nl.klantstem.app.bench.BenchCommand;
import nl.klantstem.app.demo.DemoCommand;
import nl.klantstem.app.report.ReportCommand;
import nl.klantstem.app.status.StatusCommand;
import nl.klantstem.app.tail.TailCommand;
import nl.klantstem.contract.UserMistake;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: what a person types comes in, an exit code goes out (0 done, 1 failed, 2 not understood, 130 Ctrl-C). */
@Command(
        name = "klantstem",
        description =
                "The voice of the customer, counted as it comes in: NPS per journey and step, contacts by driver and how they went,"
                        + " surveys and lost parcels, from Kafka to Kafka.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT,
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            ReportCommand.class,
            BackfillCommand.class,
            TailCommand.class,
            CheckCommand.class,
            PipelineCommand.class,
            ExporterCommand.class,
            StatusCommand.class,
            TopicsCommand.class,
            PutCommand.class,
            ConfigCommand.class,
            BenchCommand.class,
            SimulateAlertsCommand.class,
        })
public final class Main implements Runnable {

    private static final String[] BEGIN = {
        "  klantstem demo                           a simulated shop, live",
        "  klantstem check --mapping M.yaml F.csv   what would be refused of a file",
        "  klantstem replay --mapping M.yaml F.csv  a file through the pipeline",
    };
    /** Commands that bring their own broker: its warnings are not the user's to mend. */
    private static final Set<String> OWN_BROKER = Set.of("demo", "replay", "bench");
    /** Read by logback.xml at the first logger, which comes with the first class of Kafka. */
    private static final String KAFKA_LOG = "klantstem.kafka.log";

    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final int INTERRUPTED = 130;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String... args) {
        // Its hook could not be set once the process is ending, and we need none.
        System.setProperty("log4j.shutdownHookEnabled", "false");
        if (Arrays.stream(args).anyMatch(OWN_BROKER::contains)) {
            System.setProperty(KAFKA_LOG, "ERROR");
        }
        System.exit(run(args));
    }

    /** Runs a command and returns its exit code. */
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    public static CommandLine commandLine() {
        var command = new CommandLine(new Main());
        // Set here and not in the annotation, which every command inherits.
        command.getCommandSpec()
                .usageMessage()
                .footerHeading("%nTo begin with:%n")
                .footer(BEGIN);
        return command.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Main::notUnderstood)
                .setExecutionExceptionHandler(Main::failed);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int notUnderstood(ParameterException mistake, String[] args) {
        var command = mistake.getCommandLine();
        var err = command.getErr();
        var message = mistake instanceof UnmatchedArgumentException unmatched
                ? "unknown command, option or argument '"
                        + unmatched.getUnmatched().get(0) + "'"
                : plain(mistake.getMessage());
        err.println(command.getCommandSpec().qualifiedName() + ": " + message);
        UnmatchedArgumentException.printSuggestions(mistake, err);
        err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return NOT_UNDERSTOOD;
    }

    /** Java's words for a number are not the user's. */
    private static String plain(@Nullable String message) {
        return String.valueOf(message)
                .replaceFirst("is not an? (int|long)$", "is not a whole number")
                .replaceFirst("is not a double$", "is not a number");
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        var err = command.getErr();
        if (failure instanceof InterruptedException || failure instanceof InterruptException) {
            return INTERRUPTED;
        }
        var name = command.getCommandSpec().qualifiedName();
        if (failure instanceof UserMistake) {
            var message = failure.getMessage();
            boolean several = message != null && message.lines().count() > 1;
            err.println(name + ":" + (several ? System.lineSeparator() : " ") + message);
        } else {
            err.println(name + ": failed: " + sentence(failure));
        }
        explain(failure, err, debug(command));
        return FAILED;
    }

    private static void explain(Exception failure, PrintWriter err, boolean debug) {
        if (debug) {
            failure.printStackTrace(err);
        } else if (!(failure instanceof UserMistake)) {
            err.println("Run it again with --debug to see where.");
        }
    }

    private static String sentence(Exception failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static boolean debug(CommandLine command) {
        var root = command;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return ((Main) root.getCommandSpec().userObject()).debug;
    }

    /** What --version says. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = Main.class.getPackage().getImplementationVersion();
            return List.of(
                            "klantstem " + (version == null ? "(not packaged)" : version),
                            "Kafka " + AppInfoParser.getVersion(),
                            "Java " + Runtime.version())
                    .toArray(String[]::new);
        }
    }
}
