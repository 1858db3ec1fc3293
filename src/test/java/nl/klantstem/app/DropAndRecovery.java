package nl.klantstem.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Answers about returns, each about a contact: good for weeks, bad for a day and a half up to now, and good again after. */
final class DropAndRecovery {

    private static final int EVERY_MINUTES = 15;
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

    /** Days from now on in which the score is back. */
    List<Path> recovery(Path folder, Duration length) {
        return write(folder, now.plusSeconds(60), now.plus(length));
    }

    private List<Path> write(Path folder, Instant from, Instant to) {
        var contacts = new StringBuilder();
        var answers = new StringBuilder();
        for (Instant at = from; at.isBefore(to); at = at.plus(Duration.ofMinutes(EVERY_MINUTES))) {
            String id = String.valueOf(at.getEpochSecond());
            String driver = DRIVERS.get(dice.nextInt(DRIVERS.size()));
            boolean bad = at.isAfter(now.minus(BAD)) && at.isBefore(now);
            contacts.append(contact(id, at.minusSeconds(600), driver));
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
