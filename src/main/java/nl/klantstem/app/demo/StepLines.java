package nl.klantstem.app.demo;

import java.util.ArrayList;
import java.util.Arrays;
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
        lines.add(row("step, before > after", "reached", "median time", "told to wait", "on avg.", "2nd calls"));
        lines.add(Board.RULE);
        for (Journey.Step step : journey.steps()) {
            lines.add(row(
                    step.id() + " " + step.name().getOrDefault("en", ""),
                    both(step, s -> Text.whole(s.reached())),
                    both(step, StepLines::duration),
                    both(step, StepLines::waits),
                    both(step, StepLines::waitLength),
                    both(step, s -> s.secondContacts() == 0 ? Text.NONE : Text.whole(s.secondContacts()))));
        }
        lines.add("");
        lines.add("felt at the step, of those who met it and answered, before > after");
        lines.add(emotions("step", StepLines::name));
        lines.add(Board.RULE);
        for (Journey.Step step : journey.steps()) {
            if (Stream.of(before, after).anyMatch(period -> !felt(period, step).isEmpty())) {
                lines.add(
                        emotions(step.id(), emotion -> pair(felt(before, step, emotion), felt(after, step, emotion))));
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

    private static String waits(JourneySteps step) {
        JourneySteps.Waits waits = step.waits();
        return waits == null || waits.imposed() == 0 ? Text.NONE : percent(waits.imposed(), step.reached());
    }

    /** On average: all waits are alike, and a median within classes of days would not show how long they are. */
    private static String waitLength(JourneySteps step) {
        return Optional.ofNullable(step.waits())
                .map(JourneySteps.Waits::length)
                .map(d -> Text.time((double) d.sum() / d.n()))
                .orElse(Text.NONE);
    }

    private static Map<Emotion, JourneySteps.Felt> felt(Period period, Journey.Step step) {
        return period.step(step.id())
                .map(JourneySteps::answers)
                .map(JourneySteps.Answers::emotions)
                .orElse(Map.of());
    }

    private static String felt(Period period, Journey.Step step, Emotion emotion) {
        long answers = period.step(step.id())
                .map(JourneySteps::answers)
                .map(JourneySteps.Answers::n)
                .orElse(0L);
        long named = Optional.ofNullable(felt(period, step).get(emotion))
                .map(JourneySteps.Felt::n)
                .orElse(0L);
        return answers == 0 || named == 0 ? Text.NONE : percent(named, answers);
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.0f%%", 100.0 * part / whole);
    }

    /** The longest is too long for a column. */
    private static String name(Emotion emotion) {
        return emotion == Emotion.DISAPPOINTMENT
                ? "disappointed"
                : emotion.name().toLowerCase(Locale.ROOT);
    }

    private static String emotions(String step, Function<Emotion, String> cell) {
        var line = new StringBuilder(String.format(Locale.ROOT, "%-5s", step));
        Arrays.stream(Emotion.values()).forEach(e -> line.append(String.format(Locale.ROOT, " %12s", cell.apply(e))));
        return line.toString().stripTrailing();
    }

    private static String row(Object... columns) {
        return String.format(Locale.ROOT, "%-37.37s %9s %15s %12s %9s %9s", columns)
                .stripTrailing();
    }
}
