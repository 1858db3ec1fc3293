package nl.klantstem.expose;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.contract.out.Window;
import nl.klantstem.topic.Json;

/** Reads the keys of insights, and how far the pipeline is, and refuses those that lack what a metric is made of. */
final class InsightParser {

    private static final ObjectReader KEY = Json.MAPPER.readerFor(InsightKey.class);
    private static final ObjectReader PROGRESS_KEY = Json.MAPPER.readerFor(ProgressKey.class);
    private static final ObjectReader PROGRESS = Json.MAPPER.readerFor(InsightProgress.class);

    private InsightParser() {}

    static InsightKey key(byte[] bytes) throws IOException {
        InsightKey key = KEY.readValue(bytes);
        require(
                key != null && key.scope() != null && key.type() != null && key.state() != null,
                "scope, type or state");
        require((key.type() == Window.Type.DAY) == (key.date() != null), "date");
        return key;
    }

    static ProgressKey progressKey(byte[] bytes) throws IOException {
        ProgressKey key = PROGRESS_KEY.readValue(bytes);
        require(key != null && key.kind() != null, "kind");
        return key;
    }

    static InsightProgress progress(byte[] bytes) throws IOException {
        InsightProgress progress = PROGRESS.readValue(bytes);
        require(progress != null && progress.kind() != null && progress.asOf() != null, "kind or asOf");
        if (progress.kind() == InsightProgress.Kind.INPUT) {
            require(progress.stream() != null, "stream");
            require(progress.records() != null && progress.records().rejected() != null, "records");
        }
        return progress;
    }

    private static void require(boolean holds, String what) throws IOException {
        if (!holds) {
            throw new IOException("without " + what);
        }
    }
}
