package nl.klantstem.insight.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.out.NpsAlert.State;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.Judge;
import nl.klantstem.insight.Now;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Delta;
import nl.klantstem.stats.Direction;
import nl.klantstem.stats.Norm;
import nl.klantstem.stats.ScoreChange;
import nl.klantstem.stats.Watch;
import nl.klantstem.topic.Published;

/**
 * Watches scores and opens, follows and closes incidents. Each answer enters a watch once, in the minute in which it first
 * became known, with the score and the segment that it then had; what is corrected later changes what is told of incidents.
 */
public final class AlertJudge implements Judge {

    /** What was heard is kept so long: an incident looks back to its beginning. */
    private static final Duration HEARD = Duration.ofDays(63);

    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

    private final InsightTerms terms;
    private final AlertRules rules;
    private final DayBook heard;
    private final Watches watches;
    private final Incidents incidents;
    private final AlertTelling alerts;
    private final WatchTelling telling;
    private final Map<String, Scope> scopes = new HashMap<>();

    /** As it was stored. */
    public AlertJudge(InsightTerms terms, Blocks blocks) {
        this.terms = terms;
        var catalogue = terms.catalogue().latest();
        this.rules = catalogue.alerts();
        this.heard = new DayBook(Signal.KNOWN_ANSWERS, DayBook.Layout.quarters(HEARD), blocks);
        this.watches = new Watches(catalogue, blocks);
        this.incidents = new Incidents(blocks);
        var ears = new Ears(heard, terms.zone());
        this.alerts = new AlertTelling(terms, watches, ears, blocks);
        this.telling = new WatchTelling(terms, blocks);
        incidents.open().forEach(incident -> incident.members().stream()
                .filter(Member::isOpen)
                .forEach(member -> watches.named(member.alarm().watched()).incident(incident.alertId())));
    }

    @Override
    public void minute(Now now, Consumer<Published> out) {
        boolean silent = !hear(now);
        if (silent && incidents.open().isEmpty() && !now.endsDay() && !endsHour(now)) {
            return;
        }
        int hour = Instant.ofEpochSecond(60 * now.minute()).atZone(terms.zone()).getHour();
        watch(now, hour);
        Set<Incident> changed = new LinkedHashSet<>(follow(now, hour));
        if (!silent) {
            // Only answers make evidence.
            for (Direction direction : Direction.values()) {
                watches.inAlarm(direction).forEach(watched -> changed.add(raise(watched, direction, now)));
            }
        }
        if (now.endsDay()) {
            watches.all().forEach(each -> each.watch().endOfDay());
            heard.forget(now.minute());
        }
        tell(now, changed, out);
        watches.all().forEach(each -> each.answers().clear());
    }

    /** Minutes without answers change nothing, but that they pass: it is enough that the last of each day is seen. */
    private void watch(Now now, int hour) {
        for (WatchedScope each : watches.all()) {
            if (!each.answers().isEmpty() || each.isInIncident() || now.endsDay()) {
                each.watch().minute(now.minute(), hour, each.answers());
            }
        }
    }

    /** True when answers became known that enter the watches. */
    private boolean hear(Now now) {
        boolean heardOne = false;
        for (Delta delta : now.known(Signal.KNOWN_ANSWERS)) {
            Scope answer = scopes.computeIfAbsent(
                    delta.cell(), cell -> Cell.parse(cell).scope());
            heard.take(delta);
            if (delta.known() == delta.minute()) {
                watches.hear(answer, delta.change());
                heardOne = true;
            } else {
                correct(answer, delta);
            }
        }
        return heardOne;
    }

    private void correct(Scope answer, Delta delta) {
        for (Incident incident : incidents.open()) {
            for (Member member : incident.members()) {
                if (member.isOpen()
                        && member.isEvidence(
                                delta.minute(), heard.pane(member.alarm().since()))) {
                    WatchedScope watched = watches.named(member.alarm().watched());
                    if (DayBook.like(watched.scope().labels()).test(answer)) {
                        member.correct(
                                alerts.ears().heard(watched, answer, heard.pane(delta.minute()), delta.change()));
                    }
                }
            }
        }
    }

    /** Looks in open incidents for their end. */
    private Set<Incident> follow(Now now, int hour) {
        var changed = new LinkedHashSet<Incident>();
        for (Incident incident : incidents.open()) {
            for (Member member : incident.members()) {
                if (member.isOpen() && follow(member, now, hour)) {
                    changed.add(incident);
                }
            }
        }
        return changed;
    }

    private boolean follow(Member member, Now now, int hour) {
        WatchedScope watched = watches.named(member.alarm().watched());
        Watch watch = watched.watch();
        Norm norm = watch.norm().orElseThrow();
        member.minute(watched.answers(), segment -> norm.shift(segment, hour));
        State end = State.OPEN;
        if (member.isTakenBack(norm.errorVariance())) {
            end = State.RETRACTED;
        } else if (member.isRecovered()) {
            end = State.RECOVERED;
        } else if (now.minute() - member.alarm().raised() >= (long) rules.newNormalDays() * MINUTES_PER_DAY) {
            end = State.NEW_NORMAL;
        }
        if (end == State.OPEN) {
            return false;
        }
        member.end(
                end, now.minute(), alerts.ears().heard(watched, member.alarm().since(), now.minute()));
        watched.incident(null);
        if (end == State.NEW_NORMAL) {
            watch.acceptAsNormal();
        } else {
            watch.closeIncident();
        }
        return true;
    }

    private Incident raise(WatchedScope watched, Direction direction, Now now) {
        Watch watch = watched.watch();
        ScoreChange change = watch.change(direction).orElseThrow();
        Norm norm = watch.norm().orElseThrow();
        var alarm = new Member.Alarm(
                watched.name(),
                watched.scope(),
                direction,
                change.since(),
                now.minute(),
                norm.score(),
                change.points(),
                norm.contributionVariance(),
                watched.tolerance().smallestChange(),
                watch.years(direction).orElseThrow());
        watch.openIncident(change.since());
        var member = new Member(alarm, alerts.ears().heard(watched, change.since(), now.minute()));
        Incident incident = incidents.take(member, watched);
        watched.incident(incident.alertId());
        return incident;
    }

    private static boolean endsHour(Now now) {
        return (now.minute() + 1) % MINUTES_PER_HOUR == 0;
    }

    private void tell(Now now, Set<Incident> changed, Consumer<Published> out) {
        List<Incident> open = incidents.open();
        changed.forEach(incident -> alerts.tell(incident, now, out));
        if (endsHour(now)) {
            open.stream()
                    .filter(incident -> !changed.contains(incident))
                    .forEach(incident -> alerts.tell(incident, now, out));
        }
        changed.forEach(incidents::settle);
        watches.all().forEach(watched -> telling.tell(watched, now, out));
    }

    @Override
    public void flush(Blocks blocks) {
        heard.flush(blocks);
        watches.flush(blocks);
        incidents.flush(blocks);
        alerts.flush(blocks);
        telling.flush(blocks);
    }
}
