package nl.klantstem.insight.surges;

import java.time.Instant;
import nl.klantstem.contract.out.ContactSurge.State;
import nl.klantstem.stats.SurgeEnd;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/** A surge that was told. Times are minutes since the epoch. */
final class Incident {

    private static final long SECONDS_PER_MINUTE = 60;

    private final String id;
    private final long raisedAt;
    private Watched scope;
    private long since;
    private double evidenceYears;
    private State state = State.OPEN;
    private long endedAt;
    private double guard;
    private double overdispersion;
    private SurgeEnd end = new SurgeEnd(1);
    private Account account = new Account();
    private String told = "";

    Incident(Alarms.Alarm alarm, long raisedAt) {
        this.id = alarm.watched() + "@" + Instant.ofEpochSecond(raisedAt * SECONDS_PER_MINUTE);
        this.raisedAt = raisedAt;
        this.scope = alarm.watched();
        this.since = alarm.since();
        this.evidenceYears = alarm.years();
    }

    Incident(BinaryReader in) {
        id = in.text();
        raisedAt = in.number();
        scope = Watched.read(in);
        since = in.number();
        state = in.constant(State.values());
        endedAt = in.number();
        double[] numbers = Numbers.read(in);
        evidenceYears = numbers[0];
        guard = numbers[1];
        overdispersion = numbers[2];
        end = new SurgeEnd(numbers[3], numbers[4]);
        account = new Account(in);
        told = in.text();
    }

    void write(BinaryWriter out) {
        out.text(id).number(raisedAt);
        scope.write(out);
        out.number(since).constant(state).number(endedAt);
        Numbers.write(new double[] {evidenceYears, guard, overdispersion, end.ratio(), end.years()}, out);
        account.write(out);
        out.text(told);
    }

    /** Another alarm of the same surge: the scope is the narrowest that holds both. */
    void join(Alarms.Alarm alarm) {
        scope = scope.with(alarm.watched());
        since = Math.min(since, alarm.since());
        evidenceYears = Math.max(evidenceYears, alarm.years());
    }

    /** What came since it began is counted anew, and its end looked for from now on. */
    void counts(Account account, SurgeEnd end) {
        this.account = account;
        this.end = end;
    }

    void take(Counted counted, Usual usual, Expectations expectations) {
        account.take(scope, counted, usual, expectations);
        end.bin(usual.bin(counted, scope, expectations.binMinutes()));
        judgedBy(usual);
    }

    /** What was tolerated in the last bin. */
    void judgedBy(Usual usual) {
        guard = usual.guard();
        overdispersion = usual.overdispersion();
    }

    void close(State how, long minute) {
        state = how;
        endedAt = minute;
    }

    /** What is told now; whether it is anything new. */
    boolean tells(String figures) {
        boolean news = !figures.equals(told);
        told = figures;
        return news;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isOver() {
        return end.isOver();
    }

    String id() {
        return id;
    }

    long raisedAt() {
        return raisedAt;
    }

    Watched scope() {
        return scope;
    }

    /** The likely beginning. */
    long since() {
        return since;
    }

    double evidenceYears() {
        return evidenceYears;
    }

    State state() {
        return state;
    }

    /** When it was closed; means nothing while it is open. */
    long endedAt() {
        return endedAt;
    }

    double guard() {
        return guard;
    }

    double overdispersion() {
        return overdispersion;
    }

    Account account() {
        return account;
    }
}
