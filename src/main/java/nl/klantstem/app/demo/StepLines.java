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
        lines.add(
                row("step, before > after", "reached", "median time", "told to wait", "for (median)", "2nd contacts"));
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
        lines.add("felt at the step, % of the answers of those who met it, before > after");
        lines.add(emotions("step", emotion -> emotion.name().toLowerCase(Locale.ROOT)));
        lines.add(Board.RULE);
        for (Journey.Step step : journey.steps()) {
            if (Stream.of(before, after).anyMatch(period -> !felt(period, step).isEmpty())) {
                lines.add(emotions(
                        step.id(), emotion -> felt(before, step, emotion) + " > " + felt(after, step, emotion)));
            }
        }
        return lines;
    }

    private String both(Journey.Step step, Function<JourneySteps, String> figure) {
        return Stream.of(before, after)
                .map(period -> period.step(step.id()).map(figure).orElse(Text.NONE))
                .reduce((a, b) -> a.equals(Text.NONE) && b.equals(Text.NONE) ? "" : a + " > " + b)
                .orElse("");
    }

    private static String duration(JourneySteps step) {
        return Optional.ofNullable(step.duration()).map(d -> Text.time(d.p50())).orElse(Text.NONE);
    }

    private static String waits(JourneySteps step) {
        JourneySteps.Waits waits = step.waits();
        return waits == null || waits.imposed() == 0 ? Text.NONE : Text.percent(waits.imposed(), step.reached());
    }

    private static String waitLength(JourneySteps step) {
        return Optional.ofNullable(step.waits())
                .map(JourneySteps.Waits::length)
                .map(d -> Text.time(d.p50()))
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
        return answers == 0 ? Text.NONE : String.format(Locale.ROOT, "%.0f", 100.0 * named / answers);
    }

    private static String emotions(String step, Function<Emotion, String> cell) {
        var line = new StringBuilder(String.format(Locale.ROOT, "%-5s", step));
        Arrays.stream(Emotion.values()).forEach(e -> line.append(String.format(Locale.ROOT, " %14s", cell.apply(e))));
        return line.toString();
    }

    private static String row(Object... columns) {
        return String.format(Locale.ROOT, "%-26.26s %11s %16s %13s %12s %12s", columns)
                .stripTrailing();
    }
}
