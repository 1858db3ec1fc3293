package nl.klantstem.app.alerts;

import java.util.Set;
import nl.klantstem.stats.Answers;
import nl.klantstem.stats.Direction;
import nl.klantstem.stats.Watch;
import nl.klantstem.stats.WatchSettings;

/** The product's own watch for drops. */
final class WatchRule implements Rule {

    private static final int MINUTES_PER_DAY = 1_440;

    private final Watch watch;
    private boolean alarm;

    WatchRule() {
        this(new Watch(WatchSettings.USUAL, Set.of(Direction.DROP)));
    }

    private WatchRule(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void minute(long minute, Answers answers) {
        int ofDay = (int) (minute % MINUTES_PER_DAY);
        watch.minute(minute, ofDay / 60, answers);
        if (!answers.isEmpty()) {
            alarm = watch.isAlarm(Direction.DROP);
        }
        if (ofDay == MINUTES_PER_DAY - 1) {
            watch.endOfDay();
        }
    }

    @Override
    public boolean isAlarm() {
        return alarm;
    }

    @Override
    public void wasFalse() {
        watch.closeIncident();
        alarm = false;
    }

    @Override
    public Rule copy() {
        return new WatchRule(watch.copy());
    }
}
