package nl.klantstem.app.alerts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.replay.JourneyPanes.Counts;
import org.jspecify.annotations.Nullable;

/**
 * How many alarms each rule that people usually write would have raised on a history.
 *
 * @param journeys how many journeys were looked at
 * @param journeyWeeks how long all of them together, from the first answer of each to the end
 */
public record RulesOnHistory(int journeys, double journeyWeeks, List<Count> rules) {

    private static final double HOURS_PER_WEEK = 168;
    private static final int PANE_SECONDS = 900;

    /**
     * The alarms of one rule.
     *
     * @param alarms absent when no history was as long as the rule looks back
     * @param journeys that had an alarm
     * @param judged journeys whose history was long enough
     */
    public record Count(String rule, String title, @Nullable Long alarms, int journeys, int judged) {}

    public RulesOnHistory {
        rules = List.copyOf(rules);
    }

    /** Of the panes of each journey, by the second in which they begin. */
    public static RulesOnHistory of(Map<Scope, ? extends Map<Long, Counts>> panes) {
        long end = PANE_SECONDS
                + panes.values().stream()
                        .flatMap(journey -> journey.keySet().stream())
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0);
        List<HourlyAnswers> histories = panes.values().stream()
                .filter(journey -> !journey.isEmpty())
                .map(journey -> new HourlyAnswers(journey, end))
                .toList();
        double hours = histories.stream().mapToLong(HourlyAnswers::hours).sum();
        var rules = new ArrayList<Count>();
        for (UsualRule rule : UsualRule.values()) {
            rules.add(count(rule, histories));
        }
        return new RulesOnHistory(histories.size(), Math.round(hours / HOURS_PER_WEEK * 10) / 10.0, rules);
    }

    private static Count count(UsualRule rule, List<HourlyAnswers> histories) {
        var judged = histories.stream().filter(rule::canJudge).toList();
        int[] alarms = judged.stream().mapToInt(rule::alarms).filter(n -> n > 0).toArray();
        Long sum = judged.isEmpty() ? null : (Long) (long) Arrays.stream(alarms).sum();
        return new Count(rule.name(), rule.title(), sum, alarms.length, judged.size());
    }

    /** As it is shown on screen. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        if (journeys == 0) {
            return lines;
        }
        lines.add(String.format(
                Locale.ROOT,
                "alarms that rules as people write them would have raised on it (last 24 hours, each hour; %,d journeys, %,.1f"
                        + " journey-weeks):",
                journeys,
                journeyWeeks));
        rules.forEach(count -> lines.add(line(count)));
        return lines;
    }

    private static String line(Count count) {
        Long alarms = count.alarms();
        return alarms == null
                ? String.format(Locale.ROOT, "  %-44s       - : the history is too short for it", count.title())
                : String.format(
                        Locale.ROOT,
                        "  %-44s %,7d, in %,d of %,d journeys",
                        count.title(),
                        alarms,
                        count.journeys(),
                        count.judged());
    }
}
