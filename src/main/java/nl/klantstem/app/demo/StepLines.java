package nl.klantstem.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.out.JourneySteps;

/** Step by step, before and after: who came there, how long it took, who had to wait or call again, and what was felt. */
final class StepLines {

    private final Journey journey;
    private final Period before;
    private final Period after;

    StepLines(Journey journey, Period before, Period after) {
        this.journey = journey;
        this.before = before;
        this.after = after;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(row("step, before > after", "reached", "median time", "2nd calls"));
        lines.add(Board.RULE);
        for (Journey.Step step : journey.steps()) {
            lines.add(row(
                    name(step),
                    both(step, s -> Text.whole(s.reached())),
                    both(step, StepLines::duration),
                    both(step, s -> s.secondContacts() == 0 ? Text.NONE : Text.whole(s.secondContacts()))));
        }
        lines.add("");
        lines.add("told to wait, of those who reached the step (how long on average): before > after");
        lines.add(Board.RULE);
        for (Journey.Step step : journey.steps()) {
            if (Stream.of(before, after).anyMatch(period -> waited(period, step))) {
                lines.add(shares(step, "", both(step, StepLines::waits)));
            }
        }
        lines.add("");
        lines.add("felt at the step, of those who met it and answered: before > after");
        lines.add(Board.RULE);
        for (Journey.Step step : journey.steps()) {
            for (Emotion emotion : Emotion.values()) {
                String felt = pair(felt(before, step, emotion), felt(after, step, emotion));
                if (!felt.isEmpty()) {
                    lines.add(shares(step, emotion.name().toLowerCase(Locale.ROOT), felt));
                }
            }
        }
        return lines;
    }

    private String both(Journey.Step step, Function<JourneySteps, String> figure) {
        return Stream.of(before, after)
                .map(period -> period.step(step.id()).map(figure).orElse(Text.NONE))
                .reduce(StepLines::pair)
                .orElse("");
    }

    /** Nothing when there is nothing on either side. */
    private static String pair(String before, String after) {
        return before.equals(Text.NONE) && after.equals(Text.NONE) ? "" : before + " > " + after;
    }

    private static String duration(JourneySteps step) {
        return Optional.ofNullable(step.duration()).map(d -> Text.time(d.p50())).orElse(Text.NONE);
    }

    private static boolean waited(Period period, Journey.Step step) {
        return period.step(step.id())
                .map(JourneySteps::waits)
                .filter(waits -> waits.imposed() > 0)
                .isPresent();
    }

    /** On average: all waits are alike, and a median within classes of days would not show how long they are. */
    private static String waits(JourneySteps step) {
        JourneySteps.Waits waits = step.waits();
        if (waits == null) {
            return Text.NONE;
        }
        return Text.shareAlone(waits.share())
                + Optional.ofNullable(waits.length())
                        .map(length -> ", " + Text.time((double) length.sum() / length.n()))
                        .orElse("");
    }

    private static Map<Emotion, JourneySteps.Felt> felt(Period period, Journey.Step step) {
        return period.step(step.id())
                .map(JourneySteps::answers)
                .map(JourneySteps.Answers::emotions)
                .orElse(Map.of());
    }

    private static String felt(Period period, Journey.Step step, Emotion emotion) {
        return Optional.ofNullable(felt(period, step).get(emotion))
                .map(felt -> Text.shareAlone(felt.share()))
                .orElse(Text.NONE);
    }

    private static String name(Journey.Step step) {
        return step.id() + " " + step.name().getOrDefault("en", "");
    }

    private static String row(Object... columns) {
        return String.format(Locale.ROOT, "%-37.37s %14s %20s %14s", columns).stripTrailing();
    }

    private static String shares(Journey.Step step, String what, String shares) {
        return String.format(Locale.ROOT, "%-37.37s %-14s %s", name(step), what, shares);
    }
}
