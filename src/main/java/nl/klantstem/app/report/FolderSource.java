package nl.klantstem.app.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.Topic;

/** The folder that a replay wrote its results in. */
public record FolderSource(Path folder) implements Source {

    private static final String KEY = "{\"key\":";
    private static final String TIMESTAMP = ",\"timestamp\":\"";
    private static final String VALUE = "\",\"value\":";
    private static final String NULL = "null";

    @Override
    public void read(List<Topic> topics, Reader reader) {
        if (!Files.isDirectory(folder)) {
            throw new UserMistake("the folder " + folder + " does not exist: give the one that 'replay --out' wrote");
        }
        for (Topic topic : topics) {
            read(topic, reader);
        }
    }

    private void read(Topic topic, Reader reader) {
        Path file = folder.resolve(topic.shortName() + ".jsonl");
        if (!Files.exists(file)) {
            throw new UserMistake(folder + " holds no " + file.getFileName()
                    + ": give the folder of a replay that is through ('replay --out DIR')");
        }
        long at = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                at++;
                take(topic, line, file + ":" + at, reader);
            }
        } catch (IOException e) {
            throw new UserMistake(file + " cannot be read: " + UserMistake.why(e), e);
        }
    }

    private static void take(Topic topic, String line, String where, Reader reader) {
        int keyEnd = line.indexOf(TIMESTAMP);
        int value = keyEnd < 0 ? -1 : line.indexOf(VALUE, keyEnd);
        if (!line.startsWith(KEY) || value < 0 || !line.endsWith("}")) {
            throw new UserMistake(where + ": is no record of a replay; replay the history anew");
        }
        String text = line.substring(value + VALUE.length(), line.length() - 1);
        reader.take(
                topic,
                line.substring(KEY.length(), keyEnd),
                text.equals(NULL) ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return "the results in " + folder;
    }
}
