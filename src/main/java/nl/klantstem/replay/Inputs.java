package nl.klantstem.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.replay.mapping.Mapping;
import nl.klantstem.topic.Topic;

/** Which file is in which form, checked before anything starts. */
public final class Inputs {

    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;
    private static final List<String> FOREIGN_ENDINGS = List.of(".csv", ".tsv", ".txt");

    private Inputs() {}

    /**
     * Gives each file its topic. Files whose names begin with a topic's short name are in our own form; the others take
     * the one mapping there is, or the mappings in their order. Throws UserMistake with all that is wrong.
     */
    public static List<InputFile> resolve(List<Path> paths, List<Mapping> mappings) {
        List<String> problems = new ArrayList<>();
        List<Path> readable =
                paths.stream().filter(path -> isReadable(path, problems)).toList();
        List<Path> foreign =
                paths.stream().filter(path -> ownTopic(path).isEmpty()).toList();
        if (mappings.isEmpty()) {
            foreign.stream()
                    .filter(readable::contains)
                    .forEach(path ->
                            problems.add(path + " needs a mapping: give --mapping M.yaml, or, when it is in our own"
                                    + " form, begin its name with " + String.join(", ", shortNames())));
        } else if (mappings.size() != 1 && mappings.size() != foreign.size()) {
            problems.add(mappings.size() + " mappings for " + foreign.size() + " files that need one " + foreign
                    + ": give one mapping for all of them, or one for each in the same order");
        } else if (foreign.isEmpty()) {
            problems.add("no file needs the mapping " + mappings.get(0).file() + ": " + paths
                    + " are in our own form by their names");
        }
        if (!problems.isEmpty()) {
            throw new UserMistake(String.join(System.lineSeparator(), problems));
        }
        return withMappings(paths, mappings);
    }

    private static List<InputFile> withMappings(List<Path> paths, List<Mapping> mappings) {
        Map<String, Long> sameName =
                paths.stream().collect(Collectors.groupingBy(Inputs::fileName, Collectors.counting()));
        List<InputFile> files = new ArrayList<>();
        int next = 0;
        for (Path path : paths) {
            String name = sameName.getOrDefault(fileName(path), 1L) > 1 ? path.toString() : fileName(path);
            Optional<Topic> own = ownTopic(path);
            if (own.isPresent()) {
                files.add(new InputFile(path, name, own.get(), null));
            } else {
                Mapping mapping = mappings.get(mappings.size() == 1 ? 0 : next++);
                files.add(new InputFile(path, name, mapping.stream(), mapping));
            }
        }
        return files;
    }

    /** The text of a file, unpacked when it is gzip. */
    static InputStream open(InputFile file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file.path()), 64 * 1024);
        in.mark(2);
        boolean packed = in.read() == GZIP_MAGIC_1 && in.read() == GZIP_MAGIC_2;
        in.reset();
        try {
            return packed ? new GZIPInputStream(in, 64 * 1024) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** What stopped the reading of a file, as a sentence. */
    static UserMistake unreadable(InputFile file, long line, IOException e) {
        String where = file.name() + (line == 0 ? "" : " after line " + line);
        String why = e instanceof java.io.EOFException || e instanceof ZipException
                ? " is not whole: its gzip data breaks off or is damaged; get it again"
                : " cannot be read: " + UserMistake.why(e);
        return new UserMistake(where + why, e);
    }

    private static boolean isReadable(Path path, List<String> problems) {
        int before = problems.size();
        if (!Files.exists(path)) {
            problems.add(path + " does not exist");
        } else if (Files.isDirectory(path)) {
            problems.add(path + " is a folder: name the files in it, such as " + path.resolve("*.jsonl.gz"));
        } else if (!Files.isReadable(path)) {
            problems.add(path + " cannot be read: ask for read permission");
        } else if (fileName(path).endsWith(".gz") && !isGzip(path)) {
            problems.add(path + " ends in .gz but is not gzip: take .gz off its name");
        }
        return problems.size() == before;
    }

    private static boolean isGzip(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() == GZIP_MAGIC_1 && in.read() == GZIP_MAGIC_2;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Topic> ownTopic(Path path) {
        String name = fileName(path).toLowerCase(Locale.ROOT);
        String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        if (FOREIGN_ENDINGS.stream().anyMatch(unpacked::endsWith)) {
            return Optional.empty();
        }
        return inputTopics().stream()
                .filter(topic -> name.startsWith(topic.shortName()))
                .max(Comparator.comparingInt(topic -> topic.shortName().length()));
    }

    private static List<String> shortNames() {
        return inputTopics().stream().map(Topic::shortName).toList();
    }

    /** The topics that others write to: of events and of reference data. */
    public static List<Topic> inputTopics() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.role() == Topic.Role.INPUT || topic.isReference())
                .toList();
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
