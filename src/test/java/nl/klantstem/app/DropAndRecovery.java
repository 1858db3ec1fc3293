package nl.klantstem.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.topic.Topic;

/** Answers about returns, each about a contact: good for weeks, bad for a day and a half up to now, and good again after. */
final class DropAndRecovery {

    private static final Duration EVERY = Duration.ofMinutes(15);
    /** An answer comes so long after its contact opened. */
    private static final long AFTER_SECONDS = 600;

    private static final Duration GOOD = Duration.ofDays(20);
    private static final Duration BAD = Duration.ofHours(36);
    private static final List<String> DRIVERS =
            List.of("returns/refund", "returns/how", "returns/exchange", "product/question");

    private final SplittableRandom dice = new SplittableRandom(20261128);
    private final Instant now;

    DropAndRecovery(Instant now) {
        this.now = now;
    }

    /** All up to now, as files in a folder. */
    List<Path> drop(Path folder) {
        return write(folder, now.minus(GOOD), now.minusSeconds(60));
    }

    /** Days from soon after now on in which the score is back, in the order in which they are recorded. */
    List<ShopRecord> recovery(Duration length) {
        var records = new ArrayList<ShopRecord>();
        for (Instant at = now.plusSeconds(1200); at.isBefore(now.plus(length)); at = at.plus(EVERY)) {
            String id = String.valueOf(at.getEpochSecond());
            String driver = DRIVERS.get(dice.nextInt(DRIVERS.size()));
            Instant opened = at.minusSeconds(AFTER_SECONDS);
            records.add(recorded(Topic.CONTACT_EVENTS, id, contact(id, opened, driver), opened));
            records.add(recorded(Topic.SURVEY_RESPONSES, id, answer(id, at, score(false, driver)), at));
        }
        return records;
    }

    private static ShopRecord recorded(Topic topic, String id, String value, Instant at) {
        return new ShopRecord(topic, ("c" + id).getBytes(UTF_8), value.strip().getBytes(UTF_8), at.toEpochMilli());
    }

    private List<Path> write(Path folder, Instant from, Instant to) {
        var contacts = new StringBuilder();
        var answers = new StringBuilder();
        for (Instant at = from; at.isBefore(to); at = at.plus(EVERY)) {
            String id = String.valueOf(at.getEpochSecond());
            String driver = DRIVERS.get(dice.nextInt(DRIVERS.size()));
            boolean bad = at.isAfter(now.minus(BAD)) && at.isBefore(now);
            contacts.append(contact(id, at.minusSeconds(AFTER_SECONDS), driver));
            answers.append(answer(id, at, score(bad, driver)));
        }
        try {
            Files.createDirectories(folder);
            return List.of(
                    Files.writeString(folder.resolve("contact-events.jsonl"), contacts),
                    Files.writeString(folder.resolve("survey-responses.jsonl"), answers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When it is bad, nearly all who asked for their money are detractors, and some of the others. */
    private int score(boolean bad, String driver) {
        int detractors = bad ? driver.equals("returns/refund") ? 9 : 5 : 1;
        return dice.nextInt(10) < detractors ? dice.nextInt(7) : 7 + dice.nextInt(4);
    }

    private static String contact(String id, Instant at, String driver) {
        return """
                {"eventId":"k%1$s","occurredAt":"%2$s","source":"desk","audience":"CUSTOMER","contactId":"k%1$s","seq":0,\
                "type":"OPENED","customerKey":"c%1$s","direction":"INBOUND","channel":"PHONE","initiator":"CUSTOMER",\
                "driver":{"code":"%3$s","source":"RULE"}}
                """.formatted(id, at, driver);
    }

    private static String answer(String id, Instant at, int score) {
        return """
                {"eventId":"a%1$s","occurredAt":"%2$s","source":"survey","audience":"CUSTOMER","responseId":"a%1$s",\
                "revision":0,"status":"COMPLETE","programme":"TRANSACTIONAL","customerKey":"c%1$s","contactId":"k%1$s",\
                "nps":%3$d,"journeyId":"return"}
                """.formatted(id, at, score);
    }
}
