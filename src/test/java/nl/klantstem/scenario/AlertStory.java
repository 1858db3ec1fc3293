package nl.klantstem.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Invented answers to surveys, day after day: of each day how many of a journey, and how many of a hundred after something bad. */
final class AlertStory {

    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static final int FROM_MINUTE = 8 * 60;
    private static final int MINUTES = 14 * 60;
    private static final int HUNDRED = 100;

    /** Of a hundred answers: +40. */
    private static final int[] USUAL = {5, 1, 1, 2, 2, 4, 5, 8, 12, 20, 40};

    private static final int[] BAD = {45, 12, 12, 8, 5, 7, 5, 3, 3, 0, 0};

    private final SplittableRandom dice;
    private final List<Answer> answers = new ArrayList<>();
    private int next;

    /** An answer as it was sent: another one of the same id is a duplicate, of a higher revision another answer. */
    record Answer(String id, int revision, String journey, int score, Instant occurredAt, Instant recordedAt) {

        String line() {
            return "{\"eventId\":\"" + id + "." + revision + "\",\"occurredAt\":\"" + occurredAt
                    + "\",\"recordedAt\":\"" + recordedAt
                    + "\",\"source\":\"survey\",\"audience\":\"CUSTOMER\",\"responseId\":\"" + id + "\",\"revision\":"
                    + revision + ",\"status\":\"COMPLETE\",\"programme\":\"TRANSACTIONAL\",\"customerKey\":\"c" + id
                    + "\",\"nps\":" + score + ",\"journeyId\":\"" + journey + "\"}";
        }
    }

    AlertStory(long seed) {
        dice = new SplittableRandom(seed);
    }

    /** The same every local day from one up to another, which is not in. */
    AlertStory days(LocalDate from, LocalDate to, String journey, int answers, int bad) {
        from.datesUntil(to).forEach(day -> day(day, journey, answers, bad));
        return this;
    }

    AlertStory day(LocalDate day, String journey, int count, int bad) {
        for (int i = 0; i < count; i++) {
            answer(journey, score(bad), at(day, FROM_MINUTE + dice.nextInt(MINUTES)));
        }
        return this;
    }

    Answer answer(String journey, int score, Instant at) {
        var answer = new Answer("a" + next++, 0, journey, score, at, at);
        answers.add(answer);
        return answer;
    }

    /** Sends the same once more, so much later. */
    void again(Answer answer, Duration later) {
        answers.add(new Answer(
                answer.id(),
                answer.revision(),
                answer.journey(),
                answer.score(),
                answer.occurredAt(),
                answer.recordedAt().plus(later)));
    }

    /** It turns out to be another score. */
    void revise(Answer answer, int score, Instant at) {
        answers.add(new Answer(answer.id(), answer.revision() + 1, answer.journey(), score, answer.occurredAt(), at));
    }

    static Instant at(LocalDate day, int minute) {
        return day.atStartOfDay(AMSTERDAM).plusMinutes(minute).toInstant();
    }

    private int score(int bad) {
        int[] shape = dice.nextInt(HUNDRED) < bad ? BAD : USUAL;
        int left = dice.nextInt(HUNDRED);
        int score = 0;
        while (left >= shape[score]) {
            left -= shape[score++];
        }
        return score;
    }

    /** In the order in which they were recorded. */
    List<Answer> answers() {
        return answers.stream().sorted(Comparator.comparing(Answer::recordedAt)).toList();
    }

    String lines() {
        var lines = new StringBuilder();
        answers().forEach(answer -> lines.append(answer.line()).append('\n'));
        return lines.toString();
    }
}
