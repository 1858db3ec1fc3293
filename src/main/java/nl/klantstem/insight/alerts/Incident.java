package nl.klantstem.insight.alerts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsAlert.State;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.stats.Direction;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/** What happened to one score or, within an hour, to several: the first that raised the alarm gives it its name. */
final class Incident {

    private static final long JOINED_WITHIN_MINUTES = 60;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final List<Member> members = new ArrayList<>();

    Incident(Member first) {
        members.add(first);
    }

    Incident(BinaryReader in) {
        while (in.hasMore()) {
            members.add(Member.read(in));
        }
    }

    byte[] toBytes() {
        var out = new BinaryWriter();
        members.forEach(member -> member.write(out));
        return out.toBytes();
    }

    /** Derived from the first one's kind, scope and alarm. */
    String alertId() {
        var raised = Instant.ofEpochSecond(60 * (first().alarm().raised() + 1));
        return kind().name().toLowerCase(Locale.ROOT)
                + "-" + String.join("-", first().alarm().scope().labels().values())
                + "-" + TIME.format(raised);
    }

    NpsAlert.Kind kind() {
        return direction() == Direction.DROP ? NpsAlert.Kind.DROP : NpsAlert.Kind.IMPROVED;
    }

    Direction direction() {
        return first().alarm().direction();
    }

    Member first() {
        return members.get(0);
    }

    /** All that are in it, in the order in which they came. */
    List<Member> members() {
        return Collections.unmodifiableList(members);
    }

    boolean isOpen() {
        return members.stream().anyMatch(Member::isOpen);
    }

    /** OPEN while one of them is; else recovered, or what the others became if none did. */
    State state() {
        if (isOpen()) {
            return State.OPEN;
        }
        for (State state : List.of(State.NEW_NORMAL, State.RECOVERED)) {
            if (members.stream().anyMatch(member -> member.state() == state)) {
                return state;
            }
        }
        return State.RETRACTED;
    }

    /** The minute after which all was over. */
    long ended() {
        return members.stream().mapToLong(Member::ended).max().orElseThrow();
    }

    /**
     * Whether another alarm is about the same: the same way, of the same audience, and raised within the hour, or of a scope
     * that holds one of these or is held by it, as long as that one is open.
     */
    boolean takes(Member.Alarm alarm, WatchedScope watched) {
        if (alarm.direction() != direction() || !isSameAudience(alarm)) {
            return false;
        }
        return alarm.raised() - first().alarm().raised() <= JOINED_WITHIN_MINUTES
                || members.stream().anyMatch(member -> member.isOpen() && isAkin(member, watched));
    }

    void join(Member member) {
        members.add(member);
    }

    private boolean isSameAudience(Member.Alarm alarm) {
        String audience = Scope.AUDIENCE;
        return String.valueOf(first().alarm().scope().labels().get(audience))
                .equals(String.valueOf(alarm.scope().labels().get(audience)));
    }

    private static boolean isAkin(Member member, WatchedScope watched) {
        var own = watched.scope().labels().entrySet();
        var others = member.alarm().scope().labels().entrySet();
        return own.containsAll(others) || others.containsAll(own);
    }
}
