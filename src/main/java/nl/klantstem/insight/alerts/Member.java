package nl.klantstem.insight.alerts;

import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import nl.klantstem.contract.out.NpsAlert.State;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.stats.Answers;
import nl.klantstem.stats.Direction;
import nl.klantstem.stats.Recovery;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * A scope in an incident, from its alarm to its end.
 *
 * <p>What raised the alarm are the answers that became known from {@code since} through the minute of the alarm. They are
 * kept apart: when corrections leave so little of them that there may be no change at all, the alarm is taken back.
 */
final class Member {

    private static final State[] STATES = State.values();

    /**
     * What was known when the alarm was raised.
     *
     * @param watched the name of the watched scope
     * @param since minute since the epoch in which it seems to have begun
     * @param raised the minute of the alarm
     * @param usual the usual score, in points
     * @param points by how much the answers lay off what is usual
     * @param variance of a contribution
     * @param smallest change worth knowing, in points
     * @param years of evidence
     */
    record Alarm(
            String watched,
            Scope scope,
            Direction direction,
            long since,
            long raised,
            double usual,
            double points,
            double variance,
            double smallest,
            double years) {

        private Recovery recovery(double evidence) {
            return new Recovery(
                    new Recovery.Terms(direction, usual, Math.abs(points), variance, smallest, RECOVERY_DAYS),
                    evidence);
        }
    }

    /** One false end in so many days of incidents is tolerated. */
    private static final double RECOVERY_DAYS = 30;

    private final Alarm alarm;
    private final Recovery recovery;
    private Heard evidence;
    private boolean corrected;
    private State state = State.OPEN;
    private long ended;
    private @Nullable Heard last;

    Member(Alarm alarm, Heard evidence) {
        this.alarm = alarm;
        this.recovery = alarm.recovery(0);
        this.evidence = evidence;
    }

    Alarm alarm() {
        return alarm;
    }

    State state() {
        return state;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** The minute after which it was over; only when it is. */
    long ended() {
        return ended;
    }

    /** What was heard from its beginning to its end; only when it is over. */
    @Nullable
    Heard last() {
        return last;
    }

    /** Looks for its end in another minute. */
    void minute(Answers answers, ToDoubleFunction<String> shift) {
        recovery.minute(1, answers, shift);
    }

    boolean isRecovered() {
        return recovery.isRecovered();
    }

    /** Whether answers that became known in a minute are among those that raised the alarm. */
    boolean isEvidence(long firstKnown, long sincePane) {
        return firstKnown >= sincePane && firstKnown <= alarm.raised();
    }

    /** Answers that raised the alarm turn out to be others. */
    void correct(Heard change) {
        evidence = evidence.plus(change);
        corrected = true;
    }

    /** Whether corrections left so little of what raised the alarm that there may be no change. */
    boolean isTakenBack(double usualVariance) {
        if (!corrected) {
            return false;
        }
        corrected = false;
        return evidence.shift(usualVariance)
                .map(shift -> shift.mayBeNone() && Math.abs(shift.points()) < Math.abs(alarm.points()))
                .orElse(true);
    }

    void end(State as, long minute, Heard heard) {
        state = as;
        ended = minute;
        last = heard;
    }

    void write(BinaryWriter out) {
        out.text(alarm.watched()).number(alarm.scope().labels().size());
        alarm.scope().labels().forEach((name, label) -> out.text(name).text(label));
        out.constant(alarm.direction()).number(alarm.since()).number(alarm.raised());
        Heard.put(out, alarm.usual(), alarm.points(), alarm.variance(), alarm.smallest(), alarm.years());
        Heard.put(out, recovery.years());
        evidence.write(out);
        out.flag(corrected).constant(state).number(ended).flag(last != null);
        if (last != null) {
            last.write(out);
        }
    }

    static Member read(BinaryReader in) {
        String watched = in.text();
        var labels = new TreeMap<String, String>();
        for (int n = in.integer(); n > 0; n--) {
            labels.put(in.text(), in.text());
        }
        var alarm = new Alarm(
                watched,
                new Scope(labels),
                in.constant(Direction.values()),
                in.number(),
                in.number(),
                Heard.get(in),
                Heard.get(in),
                Heard.get(in),
                Heard.get(in),
                Heard.get(in));
        return new Member(alarm, in);
    }

    private Member(Alarm alarm, BinaryReader in) {
        this.alarm = alarm;
        this.recovery = alarm.recovery(Heard.get(in));
        this.evidence = Heard.read(in);
        this.corrected = in.flag();
        this.state = in.constant(STATES);
        this.ended = in.number();
        this.last = in.flag() ? Heard.read(in) : null;
    }
}
