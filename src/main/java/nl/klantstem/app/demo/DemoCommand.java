package nl.klantstem.app.demo;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import nl.klantstem.app.DidYouMean;
import nl.klantstem.app.Stop;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.replay.shop.Incident;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the product at work on an invented shop, with nothing to install and nothing left behind. */
@Command(
        name = "demo",
        description = {
            "Show the product at work on an invented shop.",
            "Starts a Kafka broker in this process, loads an invented past, runs pipeline and exporter on what happens"
                    + " in the shop from then on, and shows a table of journeys. Ctrl-C stops it; nothing is left behind."
        })
public final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "60",
            description = "How many seconds pass in the shop in one of ours (default: 60; 1 is real time).")
    private double speed;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "9464",
            description =
                    "Where the page and /metrics of the exporter are; the pipeline's own metrics are on the next port"
                            + " (default: 9464; 0 takes a free one, and so does a port that is taken).")
    private int port;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Another seed is another shop (default: 1).")
    private long seed;

    @Option(
            names = "--history",
            paramLabel = "DAYS",
            defaultValue = "60",
            description = "How much past is invented before: days, or a duration such as PT36H (default: 60 days).")
    private String history = "60";

    @Option(
            names = "--contacts-per-day",
            paramLabel = "N",
            defaultValue = "800",
            description = "How busy the shop is on an average day (default: 800).")
    private double contactsPerDay;

    @Option(
            names = "--incident",
            paramLabel = "JOURNEY",
            arity = "0..1",
            fallbackValue = "order-delivery",
            description =
                    "Let something go wrong in a journey as soon as the shop opens, to see its score drop and an alert"
                            + " come up (without a value: order-delivery).")
    private @Nullable String incident;

    @Option(names = "--seconds", paramLabel = "N", description = "Stop by itself after showing the table so long.")
    private @Nullable Integer seconds;

    @Option(
            names = "--story",
            paramLabel = "NAME",
            description =
                    "Play an invented story instead, and end with a page of what the published insights say of it:"
                            + " ${COMPLETION-CANDIDATES}. Takes a few minutes; only --port goes with it.",
            completionCandidates = Stories.class)
    private @Nullable String story;

    @Spec
    private CommandSpec spec;

    /** The names that --help shows. */
    static final class Stories implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Story.NAMES.iterator();
        }
    }

    /** What is shown: the live shop, or a story. */
    private interface Show {
        void run(Screen screen, Stop stop) throws InterruptedException;
    }

    @Override
    public Integer call() throws InterruptedException {
        Show show = show();
        var screen = new Screen(System.out, isTerminal());
        try (var stop = new Stop(() -> screen.say("stopping ..."))) {
            try {
                show.run(screen, stop);
            } catch (RuntimeException | LinkageError e) {
                // While the process ends, what is begun then fails, down to the loading of a class.
                if (!stop.asked()) {
                    throw e;
                }
            } finally {
                screen.leave();
            }
            screen.say("stopped, and its temporary folder is removed");
        }
        return 0;
    }

    private Show show() {
        String name = story;
        if (name == null) {
            DemoSettings settings = settings();
            return (screen, stop) -> new Demo(settings, screen, stop).run();
        }
        if (!Story.NAMES.contains(name)) {
            throw new UserMistake(
                    "--story is '" + name + "': there is no such story" + DidYouMean.hint(name, Story.NAMES));
        }
        for (String option :
                List.of("--speed", "--seed", "--history", "--contacts-per-day", "--incident", "--seconds")) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new UserMistake(option + " is of the live shop: a story is the same each time and ends by itself;"
                        + " leave it out, or leave out --story");
            }
        }
        between("--port", port, 0, 65_535);
        return (screen, stop) -> new Story(port, screen, stop).run();
    }

    private DemoSettings settings() {
        between("--speed", speed, 0.01, 3600);
        between("--port", port, 0, 65_535);
        between("--contacts-per-day", contactsPerDay, 1, 1_000_000);
        Integer limit = seconds;
        if (limit != null) {
            between("--seconds", limit, 0, 86_400);
        }
        return new DemoSettings(
                speed,
                port,
                seed,
                past(history),
                contactsPerDay,
                journey(incident),
                limit == null ? null : Duration.ofSeconds(limit));
    }

    private static @Nullable String journey(@Nullable String incident) {
        if (incident != null && !Incident.journeys().contains(incident)) {
            throw new UserMistake("--incident is '" + incident + "': there is no such journey in the shop"
                    + DidYouMean.hint(incident, Incident.journeys()));
        }
        return incident;
    }

    /** Facts are kept 400 days: what is older would be refused. */
    private static Duration past(String text) {
        Duration past;
        try {
            past = text.chars().allMatch(Character::isDigit)
                    ? Duration.ofDays(Long.parseLong(text))
                    : Duration.parse(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw new UserMistake(
                    "--history is '" + text + "': give a number of days such as 60, or a duration such as PT36H", e);
        }
        if (past.isNegative() || past.compareTo(Duration.ofDays(400)) > 0) {
            throw new UserMistake("--history is '" + text + "': give 0 to 400 days");
        }
        return past;
    }

    private static void between(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new UserMistake(
                    option + " is " + plain(value) + ": give a number from " + plain(least) + " to " + plain(most));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static boolean isTerminal() {
        return Ansi.AUTO.enabled() && !"dumb".equals(System.getenv("TERM"));
    }
}
