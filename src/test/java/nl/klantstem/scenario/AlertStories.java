package nl.klantstem.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.scenario.AlertStory.Answer;

/** What is given in the scenarios about alerts, by the name of their folder. */
final class AlertStories {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final LocalDate CHANGE = FIRST.plusDays(35);
    private static final String RETURN = "return";

    private AlertStories() {}

    static Map<String, AlertStory> all() {
        var stories = new LinkedHashMap<String, AlertStory>();
        stories.put(
                "score-drops-and-recovers",
                new AlertStory(1)
                        .days(FIRST, CHANGE, RETURN, 60, 0)
                        .days(CHANGE, CHANGE.plusDays(4), RETURN, 60, 40)
                        .days(CHANGE.plusDays(4), CHANGE.plusDays(8), RETURN, 60, 0));
        stories.put("score-slides-slowly", slide());
        stories.put(
                "storm-changes-the-mix",
                new AlertStory(3)
                        .days(FIRST, CHANGE.plusDays(4), RETURN, 100, 0)
                        .days(FIRST, CHANGE, "lost-in-mail", 20, 50)
                        .days(CHANGE, CHANGE.plusDays(4), "lost-in-mail", 80, 50));
        stories.put(
                "too-few-answers",
                new AlertStory(4).days(FIRST, CHANGE, RETURN, 3, 0).days(CHANGE, CHANGE.plusDays(4), RETURN, 3, 100));
        stories.put("answers-delivered-five-times", duplicated());
        stories.put("drop-taken-back", takenBack());
        stories.put(
                "score-drops-when-the-clock-changes",
                new AlertStory(7)
                        .days(LocalDate.of(2026, 2, 22), LocalDate.of(2026, 3, 29), RETURN, 60, 0)
                        .days(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 4, 1), RETURN, 60, 60));
        stories.put(
                "peak-without-a-drop",
                new AlertStory(8)
                        .days(LocalDate.of(2026, 10, 19), LocalDate.of(2026, 11, 23), RETURN, 40, 0)
                        .days(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 1), RETURN, 160, 0));
        return stories;
    }

    private static AlertStory slide() {
        var story = new AlertStory(2).days(FIRST, CHANGE, RETURN, 60, 0);
        for (int day = 0; day < 10; day++) {
            story.day(CHANGE.plusDays(day), RETURN, 60, 5 * day);
        }
        return story;
    }

    /** A day somewhat below the usual, of which each answer comes five times: together they would prove a drop. */
    private static AlertStory duplicated() {
        var story = new AlertStory(5).days(FIRST, CHANGE, RETURN, 60, 0).day(CHANGE, RETURN, 60, 10);
        for (Answer answer : List.copyOf(story.answers())) {
            if (!answer.occurredAt().isBefore(AlertStory.at(CHANGE, 0))) {
                for (int times = 1; times < 5; times++) {
                    story.again(answer, Duration.ofMinutes(times));
                }
            }
        }
        return story;
    }

    /** An import writes 0 for every answer of a morning, and is put right at noon. */
    private static AlertStory takenBack() {
        var story = new AlertStory(6).days(FIRST, CHANGE, RETURN, 60, 0);
        for (int i = 0; i < 25; i++) {
            Answer wrong = story.answer(RETURN, 0, AlertStory.at(CHANGE, 540 + 4 * i));
            story.revise(wrong, i % 5 < 3 ? 10 : i % 5 == 3 ? 8 : 3, AlertStory.at(CHANGE, 720));
        }
        return story;
    }
}
