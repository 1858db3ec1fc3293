package nl.klantstem.app.alerts;

import java.util.ArrayList;
import java.util.List;

/** What one rule did on one or more journeys. */
final class RuleRecord {

    private int falseAlarms;
    private final List<List<Delay>> delays = new ArrayList<>();

    RuleRecord(int changes) {
        for (int change = 0; change < changes; change++) {
            delays.add(new ArrayList<>());
        }
    }

    void falseAlarm() {
        falseAlarms++;
    }

    void delayed(int change, Delay delay) {
        delays.get(change).add(delay);
    }

    void add(RuleRecord other) {
        falseAlarms += other.falseAlarms;
        for (int change = 0; change < delays.size(); change++) {
            delays.get(change).addAll(other.delays.get(change));
        }
    }

    int falseAlarms() {
        return falseAlarms;
    }

    /** The delays of one of the changes. */
    DelaySummary delays(int change) {
        return DelaySummary.of(delays.get(change));
    }
}
