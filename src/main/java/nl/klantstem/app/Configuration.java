package nl.klantstem.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.Retention;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.jspecify.annotations.Nullable;

/** The effective configuration: every setting with its value and where the value comes from. */
public final class Configuration {

    static final String CLIENT = "kafka.client.";

    /** A value as it was given, and by whom: a file's line, an environment variable, an option, or the default. */
    record Given(String text, String origin) {}

    private static final int LONGEST = 60;

    /** A setting as it is shown, in columns. */
    private record Line(String key, String value, String origin) {

        String text(int keys, int values) {
            return String.format("%-" + keys + "s%-" + values + "s # %s", key + ":", value, origin);
        }
    }

    private final Map<String, Given> settings;
    private final Map<String, Given> client;

    Configuration(Map<String, Given> settings, Map<String, Given> client) {
        this.settings = new LinkedHashMap<>(settings);
        this.client = new TreeMap<>(client);
    }

    /**
     * Options win over the environment, the environment over the file, the file over the defaults; throws UserMistake
     * that lists all that is wrong.
     */
    public static Configuration read(
            @Nullable Path file, Map<String, String> environment, Map<String, String> options) {
        return new ConfigurationReader()
                .file(file)
                .environment(environment)
                .options(options)
                .read();
    }

    /** The value of a setting that has a default. */
    <T> T get(Setting<T> setting) {
        return Objects.requireNonNull(optional(setting), setting.key());
    }

    /** The value of a setting that may be absent. */
    <T> @Nullable T optional(Setting<T> setting) {
        var given = settings.get(setting.key());
        return given == null ? null : setting.parse().apply(given.text());
    }

    /** What a pipeline instance needs to know. */
    public PipelineSettings pipeline() {
        var key = optional(Settings.PSEUDONYM_KEY);
        if (key == null) {
            throw new UserMistake("the pipeline needs " + Settings.PSEUDONYM_KEY.key()
                    + ", the file with the key of customer pseudonyms: make one with"
                    + " '(umask 077; openssl rand -hex 32 > pseudonym.key)' and keep it safe,"
                    + " because with another key a known customer becomes a stranger");
        }
        return new PipelineSettings(
                get(Settings.BOOTSTRAP_SERVERS),
                get(Settings.PREFIX),
                get(Settings.STATE_DIR),
                get(Settings.STORE),
                get(Settings.GUARANTEE),
                get(Settings.COMMIT_INTERVAL),
                get(Settings.ALLOWANCE),
                new Retention(get(Settings.RETENTION), get(Settings.ORDER_RETENTION)),
                key,
                null,
                get(Settings.SUPPRESS),
                get(Settings.TICKS),
                get(Settings.THREADS),
                clientSettings());
    }

    /** The catalogue that counts: the file that is set, else the starter. */
    public Catalogue catalogue() {
        var file = optional(Settings.CATALOGUE);
        return file == null ? CatalogueFile.starter() : CatalogueFile.load(file);
    }

    public Topics topics() {
        return new Topics(get(Settings.PREFIX));
    }

    /** What the topics shall be. */
    public TopicPlan.Wanted wantedTopics(TopicPlan.Mode mode) {
        return new TopicPlan.Wanted(
                topics(),
                get(Settings.PARTITIONS),
                get(Settings.REPLICATION).shortValue(),
                mode,
                get(Settings.INPUT_RETENTION));
    }

    /** How many partitions every topic has. */
    public int partitions() {
        return get(Settings.PARTITIONS);
    }

    /** The consumer group of the pipeline. */
    public String group() {
        return StreamsProperties.applicationId(get(Settings.PREFIX));
    }

    public String pipelineHost() {
        return get(Settings.PIPELINE_HOST);
    }

    public int pipelinePort() {
        return get(Settings.PIPELINE_PORT);
    }

    public String exporterHost() {
        return get(Settings.EXPORTER_HOST);
    }

    public int exporterPort() {
        return get(Settings.EXPORTER_PORT);
    }

    /** Settings of a plain client, with the brokers: what the exporter and the admin client connect with. */
    public Map<String, Object> connection() {
        var connection = new TreeMap<String, Object>(clientSettings());
        connection.put("bootstrap.servers", get(Settings.BOOTSTRAP_SERVERS));
        return connection;
    }

    private Map<String, String> clientSettings() {
        var values = new TreeMap<String, String>();
        client.forEach((name, given) -> values.put(name, given.text()));
        return values;
    }

    /** A line per setting, secrets masked: {@code key: value   # where it comes from}. */
    List<String> lines() {
        var set = Settings.ALL.stream().map(setting -> {
            var given = settings.get(setting.key());
            return given == null
                    ? new Line(setting.key(), "", "not set")
                    : new Line(setting.key(), given.text(), given.origin());
        });
        var passedOn = client.entrySet().stream()
                .map(e -> new Line(
                        CLIENT + e.getKey(),
                        KafkaClientSettings.isSecret(e.getKey())
                                ? KafkaClientSettings.MASK
                                : e.getValue().text(),
                        e.getValue().origin()));
        var lines = Stream.concat(set, passedOn).toList();
        int keys = lines.stream().mapToInt(line -> line.key().length()).max().orElse(0);
        int values =
                lines.stream().mapToInt(line -> line.value().length()).max().orElse(0);
        return lines.stream()
                .map(line -> line.text(keys + 2, Math.min(values, LONGEST) + 1))
                .toList();
    }
}
