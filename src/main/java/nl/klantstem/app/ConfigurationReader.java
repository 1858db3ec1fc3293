package nl.klantstem.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klantstem.app.Configuration.Given;
import nl.klantstem.contract.UserMistake;
import org.jspecify.annotations.Nullable;

/** Gathers settings from file, environment and options, later ones over earlier ones, and checks all of them at once. */
final class ConfigurationReader {

    private static final String CLIENT_VARIABLE = Setting.ENVIRONMENT + "KAFKA_CLIENT_";
    /** Read by the launcher, the logging and the tests. */
    private static final Set<String> OTHER_VARIABLES =
            Set.of("KLANTSTEM_OPTS", "KLANTSTEM_LOG", "KLANTSTEM_DATA", "KLANTSTEM_ACCEPTANCE");

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Map<String, Setting<?>> known =
            Settings.ALL.stream().collect(Collectors.toMap(Setting::key, setting -> setting));
    private final Map<String, Given> settings = new HashMap<>();
    private final Map<String, Given> client = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /** Settings by section in YAML; none when there is no file. */
    ConfigurationReader file(@Nullable Path file) {
        if (file == null) {
            return this;
        }
        var documents = Yaml.documents(file.toString(), content(file));
        if (documents.size() > 1) {
            throw new UserMistake(file + ": has more than one document (---): a configuration is one");
        }
        documents.forEach(document -> flatten(file, "", document));
        return this;
    }

    private void flatten(Path file, String key, Yaml value) {
        if (value instanceof Yaml.Fields fields) {
            fields.values().forEach((name, inner) -> flatten(file, key.isEmpty() ? name : key + "." + name, inner));
        } else if (value instanceof Yaml.Text text && !key.isEmpty()) {
            if (text.value() != null) {
                give(key, new Given(text.value(), file + ":" + text.line()));
            }
        } else {
            problems.add(file + ":" + value.line() + ": " + key + " expected section.name: value, not a list");
        }
    }

    /** Variables that begin with KLANTSTEM_; KLANTSTEM_KAFKA_CLIENT_SASL_JAAS_CONFIG sets the client's sasl.jaas.config. */
    ConfigurationReader environment(Map<String, String> environment) {
        var variables = Settings.ALL.stream().collect(Collectors.toMap(Setting::variable, Setting::key));
        new TreeMap<>(environment).forEach((name, value) -> {
            var key = variables.get(name);
            var given = new Given(value, "environment " + name);
            if (key != null) {
                give(key, given);
            } else if (name.startsWith(CLIENT_VARIABLE)) {
                var property = name.substring(CLIENT_VARIABLE.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.');
                give(Configuration.CLIENT + property, given);
            } else if (name.startsWith(Setting.ENVIRONMENT) && !OTHER_VARIABLES.contains(name)) {
                problems.add(
                        "environment: unknown variable '" + name + "'" + DidYouMean.hint(name, variables.keySet()));
            }
        });
        return this;
    }

    /** Settings from the command line, where no secret may stand: everyone on the machine can list arguments. */
    ConfigurationReader options(Map<String, String> options) {
        options.forEach((key, value) -> {
            if (key.startsWith(Configuration.CLIENT) && KafkaClientSettings.isSecret(key)) {
                problems.add(
                        "option " + key + ": a secret on the command line is seen by everyone on this machine: put it"
                                + " into " + Settings.CLIENT_FILE.key() + " or the environment");
            } else {
                give(key, new Given(value, "option"));
            }
        });
        return this;
    }

    private void give(String key, Given given) {
        if (key.startsWith(Configuration.CLIENT)) {
            giveClient(key.substring(Configuration.CLIENT.length()), given);
        } else if (known.containsKey(key)) {
            settings.put(key, given);
        } else {
            problems.add(given.origin() + ": unknown key '" + key + "'" + DidYouMean.hint(key, keys()));
        }
    }

    private void giveClient(String name, Given given) {
        var problem = KafkaClientSettings.problem(name);
        if (problem.isEmpty()) {
            client.put(name, given);
        } else {
            problems.add(given.origin() + ": " + Configuration.CLIENT + name + " " + problem);
        }
    }

    Configuration read() {
        for (var setting : Settings.ALL) {
            var fallback = setting.fallback();
            if (fallback != null) {
                settings.putIfAbsent(setting.key(), new Given(fallback, "default"));
            }
            checkValue(setting);
        }
        readClientFile();
        checkSecretFile(Settings.PSEUDONYM_KEY);
        checkPlaintext();
        if (!problems.isEmpty()) {
            throw new UserMistake(String.join(System.lineSeparator(), problems));
        }
        return new Configuration(settings, client);
    }

    private void checkValue(Setting<?> setting) {
        var given = settings.get(setting.key());
        if (given == null) {
            return;
        }
        if (!setting.takes(given.text())) {
            problems.add(
                    given.origin() + ": " + setting.key() + ": '" + given.text() + "' is not " + setting.expected());
            settings.remove(setting.key());
        }
    }

    /** What stands elsewhere already wins over the file of client settings. */
    private void readClientFile() {
        var file = checkSecretFile(Settings.CLIENT_FILE);
        if (file == null) {
            return;
        }
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            problems.add(Settings.CLIENT_FILE.key() + ": " + file + " is not a readable properties file");
        }
        properties.stringPropertyNames().stream()
                .filter(name -> !client.containsKey(name))
                .sorted()
                .forEach(name -> giveClient(name, new Given(properties.getProperty(name), file.toString())));
    }

    private @Nullable Path checkSecretFile(Setting<Path> setting) {
        var given = settings.get(setting.key());
        if (given == null) {
            return null;
        }
        var file = Path.of(given.text());
        if (!Files.isReadable(file)) {
            problems.add(given.origin() + ": " + setting.key() + ": " + file + " does not exist or cannot be read");
            return null;
        }
        if (!OWNER_ONLY.containsAll(permissions(file))) {
            problems.add(given.origin() + ": " + setting.key() + ": " + file
                    + " holds a secret and can be read by others: chmod 600 " + file);
        }
        return file;
    }

    private static Set<PosixFilePermission> permissions(Path file) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Set.of();
        }
        try {
            return Files.getPosixFilePermissions(file);
        } catch (IOException e) {
            throw new UserMistake(file + " cannot be read: " + UserMistake.why(e), e);
        }
    }

    private void checkPlaintext() {
        var servers = settings.get(Settings.BOOTSTRAP_SERVERS.key());
        var allowed = settings.get(Settings.ALLOW_PLAINTEXT.key());
        if (servers == null || allowed == null || Boolean.parseBoolean(allowed.text())) {
            return;
        }
        var values = new HashMap<String, String>();
        client.forEach((name, given) -> values.put(name, given.text()));
        if (KafkaClientSettings.leavesInPlaintext(servers.text(), values)) {
            problems.add(servers.origin() + ": " + Settings.BOOTSTRAP_SERVERS.key() + ": " + servers.text()
                    + " would be spoken to unencrypted: set " + Configuration.CLIENT
                    + "security.protocol to SASL_SSL or"
                    + " SSL, or " + Settings.ALLOW_PLAINTEXT.key() + " to true in a network that you trust");
        }
    }

    private List<String> keys() {
        return Stream.concat(Settings.ALL.stream().map(Setting::key), Stream.of(Configuration.CLIENT + "*"))
                .toList();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UserMistake("configuration " + file + " does not exist", e);
        } catch (IOException e) {
            throw new UserMistake("configuration " + file + " cannot be read as UTF-8 text", e);
        }
    }
}
