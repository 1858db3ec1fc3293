package nl.klantstem.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;

/** The one page of settings. */
final class Settings {

    private static final Pattern SERVERS = Pattern.compile("[^\\s,]+:\\d{1,5}(\\s*,\\s*[^\\s,]+:\\d{1,5})*");

    static final Setting<String> BOOTSTRAP_SERVERS = new Setting<>(
            "kafka.bootstrapServers",
            Settings::servers,
            "host:port, separated by commas",
            "localhost:9092",
            "The brokers to begin with: host:port, separated by commas.");
    static final Setting<Boolean> ALLOW_PLAINTEXT =
            flag("kafka.allowPlaintext", false, "Whether an unencrypted connection may leave this machine.");
    static final Setting<Path> CLIENT_FILE = file(
            "kafka.clientFile",
            "A Java properties file (mode 600) with further client settings: the place for passwords and JAAS.");

    static final Setting<String> PREFIX =
            text("topics.prefix", Topics.DEFAULT_PREFIX, "What every topic name and the consumer group begin with.");
    static final Setting<Integer> PARTITIONS = number(
            "topics.partitions",
            8,
            "Partitions of every topic. Never changed afterwards: choose for the years to come.");
    static final Setting<Integer> REPLICATION = number("topics.replication", 3, "Copies of every partition.");
    static final Setting<Duration> INPUT_RETENTION = duration(
            "topics.inputRetention",
            TopicPlan.DEFAULT_INPUT_RETENTION,
            "How long the input topics keep records. They hold what customers wrote: as short as a replay allows.");

    static final Setting<Path> CATALOGUE =
            file("pipeline.catalogue", "The catalogue, a YAML file. Without it the starter catalogue counts.");
    static final Setting<Path> PSEUDONYM_KEY = file(
            "pipeline.pseudonymKey",
            "The file (mode 600) that holds the key of customer pseudonyms in hex or base64, 32 bytes or more. The pipeline needs it.");
    static final Setting<Path> STATE_DIR = path(
            "pipeline.stateDir",
            "state",
            "Where stores on disk live. Not under a folder that is emptied at a restart.");
    static final Setting<PipelineSettings.Store> STORE = word(
            "pipeline.store",
            PipelineSettings.Store.ROCKSDB,
            "Where state lives between changelog and code: MEMORY is faster, ROCKSDB takes any size.");
    static final Setting<PipelineSettings.Guarantee> GUARANTEE = word(
            "pipeline.guarantee",
            PipelineSettings.Guarantee.EXACTLY_ONCE,
            "What a failure may cost. AT_LEAST_ONCE is for comparisons: it counts twice after a failure.");
    static final Setting<Duration> COMMIT_INTERVAL = duration(
            "pipeline.commitInterval",
            PipelineSettings.DEFAULT_COMMIT_INTERVAL,
            "How often results are committed; half of it is what a result waits on average.");
    static final Setting<Duration> ALLOWANCE = duration(
            "pipeline.allowance",
            PipelineSettings.DEFAULT_ALLOWANCE,
            "How long after its end a window waits for what was recorded late: whole minutes, at most PT12H.");
    static final Setting<Duration> RETENTION = duration(
            "pipeline.retention",
            PipelineSettings.DEFAULT_RETENTION.facts(),
            "How long facts are kept, and how late an event may become known.");
    static final Setting<Duration> ORDER_RETENTION = duration(
            "pipeline.orderRetention",
            PipelineSettings.DEFAULT_RETENTION.orders(),
            "The same for orders and deliveries, the largest streams: at least a day more than the catalogue's orderDays,"
                    + " reorderDays and leakageDays, at most pipeline.retention.");
    static final Setting<Boolean> SUPPRESS =
            flag("pipeline.suppress", true, "Whether groups under 5 answers are published with their number only.");
    static final Setting<Boolean> TICKS = flag(
            "pipeline.ticks",
            true,
            "Whether this instance writes a tick a second to the input partitions it reads, so that windows empty in"
                    + " silence.");
    static final Setting<Integer> THREADS = number("pipeline.threads", 1, "Stream threads of this instance.");

    static final Setting<String> PIPELINE_HOST = text(
            "pipeline.host",
            "127.0.0.1",
            "The address the pipeline's technical /metrics and /health listen on; 0.0.0.0 opens it to the network.");
    static final Setting<Integer> PIPELINE_PORT = new Setting<>(
            "pipeline.port", Settings::port, "a port from 0 to 65535", "9465", "Its port; 0 takes a free one.");

    static final Setting<String> EXPORTER_HOST = text(
            "exporter.host",
            "127.0.0.1",
            "The address /metrics and /health listen on; 0.0.0.0 opens it to the network.");
    static final Setting<Integer> EXPORTER_PORT = new Setting<>(
            "exporter.port", Settings::port, "a port from 0 to 65535", "9464", "Its port; 0 takes a free one.");

    static final List<Setting<?>> ALL = List.of(
            BOOTSTRAP_SERVERS,
            ALLOW_PLAINTEXT,
            CLIENT_FILE,
            PREFIX,
            PARTITIONS,
            REPLICATION,
            INPUT_RETENTION,
            CATALOGUE,
            PSEUDONYM_KEY,
            STATE_DIR,
            STORE,
            GUARANTEE,
            COMMIT_INTERVAL,
            ALLOWANCE,
            RETENTION,
            ORDER_RETENTION,
            SUPPRESS,
            TICKS,
            THREADS,
            PIPELINE_HOST,
            PIPELINE_PORT,
            EXPORTER_HOST,
            EXPORTER_PORT);

    private Settings() {}

    private static Setting<String> text(String key, String fallback, String promise) {
        return new Setting<>(key, Function.identity(), "a text", fallback, promise);
    }

    private static Setting<Path> path(String key, String fallback, String promise) {
        return new Setting<>(key, Path::of, "a path", fallback, promise);
    }

    private static Setting<Path> file(String key, String promise) {
        return new Setting<>(key, Path::of, "a path", null, promise);
    }

    private static Setting<Boolean> flag(String key, boolean fallback, String promise) {
        return new Setting<>(key, Settings::trueOrFalse, "true or false", String.valueOf(fallback), promise);
    }

    private static Setting<Integer> number(String key, int fallback, String promise) {
        return new Setting<>(key, Settings::positive, "a whole number of 1 or more", String.valueOf(fallback), promise);
    }

    private static Setting<Duration> duration(String key, Duration fallback, String promise) {
        return new Setting<>(
                key, Settings::positiveDuration, "a duration such as PT0.2S, PT5M or P28D", days(fallback), promise);
    }

    private static <E extends Enum<E>> Setting<E> word(String key, E fallback, String promise) {
        Class<E> type = fallback.getDeclaringClass();
        var words = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" or "));
        return new Setting<>(
                key, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)), words, fallback.name(), promise);
    }

    /** P400D rather than PT9600H. */
    private static String days(Duration duration) {
        return duration.equals(Duration.ofDays(duration.toDays()))
                ? "P" + duration.toDays() + "D"
                : duration.toString();
    }

    private static Boolean trueOrFalse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Integer positive(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static String servers(String text) {
        if (!SERVERS.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Integer port(String text) {
        int number = Integer.parseInt(text);
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Duration positiveDuration(String text) {
        var duration = Duration.parse(text);
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }
}
