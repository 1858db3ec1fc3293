package nl.klantstem.expose;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.contract.out.Window;
import nl.klantstem.topic.Json;

/** Reads the bytes of insights as their records, and refuses those that lack what a metric is made of. */
final class InsightParser {

    private static final int SCORES = 11;
    private static final ObjectReader KEY = Json.MAPPER.readerFor(InsightKey.class);
    private static final ObjectReader PROGRESS_KEY = Json.MAPPER.readerFor(ProgressKey.class);
    private static final ObjectReader NPS = Json.MAPPER.readerFor(JourneyNps.class);
    private static final ObjectReader CONTACTS = Json.MAPPER.readerFor(ContactDrivers.class);
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

    static JourneyNps nps(byte[] bytes) throws IOException {
        JourneyNps nps = NPS.readValue(bytes);
        require(nps != null && isWhole(nps.window()) && nps.asOf() != null, "window or asOf");
        require(
                nps.totals() != null
                        && nps.totals().scores().size() == SCORES
                        && nps.totals().corrected().size() == SCORES,
                "totals of eleven scores");
        require((nps.promoters() == null) == (nps.passives() == null), "promoters or passives");
        require((nps.promoters() == null) == (nps.detractors() == null), "promoters or detractors");
        return nps;
    }

    static ContactDrivers contacts(byte[] bytes) throws IOException {
        ContactDrivers contacts = CONTACTS.readValue(bytes);
        require(contacts != null && isWhole(contacts.window()) && contacts.asOf() != null, "window or asOf");
        require(contacts.totals() != null, "totals");
        return contacts;
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

    private static boolean isWhole(Window window) {
        return window != null && window.to() != null;
    }

    private static void require(boolean holds, String what) throws IOException {
        if (!holds) {
            throw new IOException("without " + what);
        }
    }
}
