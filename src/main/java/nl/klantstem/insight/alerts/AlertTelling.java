package nl.klantstem.insight.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.DetractorDriver;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsAlertKey;
import nl.klantstem.contract.out.PointsChange;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.ScoreExplanation;
import nl.klantstem.insight.DayBook;
import nl.klantstem.insight.Explanations;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.LastTold;
import nl.klantstem.insight.Now;
import nl.klantstem.insight.TwoPeriods;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.rolling.Figures;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.NpsShift;
import nl.klantstem.stats.TwoDecimals;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Incidents as the records of nps-alerts. */
final class AlertTelling {

    private static final int BEFORE_DAYS = 28;
    private static final long MINUTES_PER_DAY = 24 * 60L;
    private static final int TOP_DRIVERS = 5;

    private final InsightTerms terms;
    private final AlertRules rules;
    private final Watches watches;
    private final Ears ears;
    private final Explanations explanations;
    private final LastTold told;

    AlertTelling(InsightTerms terms, Watches watches, Ears ears, Blocks blocks) {
        this.terms = terms;
        this.rules = terms.catalogue().latest().alerts();
        this.watches = watches;
        this.ears = ears;
        this.explanations = new Explanations(terms.suppress());
        this.told = new LastTold("alerts-told/", blocks);
    }

    Ears ears() {
        return ears;
    }

    /** Tells how an incident stands when that is news. */
    void tell(Incident incident, Now now, Consumer<Published> out) {
        NpsAlert timeless = alert(incident, now, Instant.EPOCH);
        if (told.isNews(incident.alertId(), timeless)) {
            out.accept(Published.json(
                    Topic.NPS_ALERTS,
                    new NpsAlertKey(incident.alertId()),
                    alert(incident, now, now.asOf()),
                    now.asOf().toEpochMilli()));
        }
        if (!incident.isOpen()) {
            told.forget(incident.alertId());
        }
    }

    void flush(Blocks blocks) {
        told.flush(blocks);
    }

    private NpsAlert alert(Incident incident, Now now, Instant asOf) {
        List<NpsAlert.Member> members = incident.members().stream()
                .map(member -> member(member, now.minute()))
                .toList();
        NpsAlert.Member first = members.get(0);
        Member.Alarm alarm = incident.first().alarm();
        WatchedScope watched = watches.named(alarm.watched());
        Nps since = heard(incident.first(), now.minute()).nps();
        Optional<ScoreExplanation> explanation = explanation(incident, watched, now);
        return new NpsAlert(
                incident.alertId(),
                incident.kind(),
                incident.state(),
                Programme.TRANSACTIONAL,
                first.scope(),
                first.raisedAt(),
                first.since(),
                incident.isOpen() ? null : minuteEnd(incident.ended()),
                first.size(),
                first.nps(),
                first.baseline(),
                first.n(),
                Figures.reliability(since),
                first.evidenceYears(),
                watched.tolerance().falseAlarmsPerYear(),
                watched.tolerance().smallestChange(),
                explanation.orElse(null),
                drivers(incident, watched, now),
                members.subList(1, members.size()),
                links(first),
                AlertText.of(incident.kind(), incident.state(), first, explanation),
                asOf,
                terms.catalogue().at(now.asOf()).version(),
                NpsAlert.SCHEMA_VERSION);
    }

    private NpsAlert.Member member(Member member, long now) {
        Member.Alarm alarm = member.alarm();
        Heard heard = heard(member, now);
        Nps nps = heard.nps();
        boolean shown = nps.n() > 0 && !Figures.hidden(nps, terms.suppress());
        return new NpsAlert.Member(
                alarm.scope(),
                member.state(),
                minuteEnd(alarm.raised()),
                Instant.ofEpochSecond(60 * alarm.since()),
                member.isOpen() ? null : minuteEnd(member.ended()),
                size(shown ? heard.shift(heard.usualVariance()) : Optional.empty()),
                shown ? (Double) nps.rounded().orElseThrow() : null,
                TwoDecimals.of(alarm.usual()),
                nps.n(),
                AlertText.years(alarm.years()));
    }

    private static PointsChange size(Optional<NpsShift> shift) {
        return shift.map(by -> {
                    var interval = Figures.interval(by.margin());
                    return new PointsChange(TwoDecimals.of(by.points()), interval.low(), interval.high());
                })
                .orElse(new PointsChange(null, null, null));
    }

    private Heard heard(Member member, long now) {
        @Nullable Heard last = member.last();
        return last == null
                ? ears.heard(
                        watches.named(member.alarm().watched()), member.alarm().since(), now)
                : last;
    }

    private static long through(Incident incident, Now now) {
        return incident.first().isOpen() ? now.minute() : incident.first().ended();
    }

    private Optional<ScoreExplanation> explanation(Incident incident, WatchedScope watched, Now now) {
        long since = ears.book().pane(incident.first().alarm().since());
        long day = now.days().start(since);
        long from = now.days().start(day - BEFORE_DAYS * MINUTES_PER_DAY + MINUTES_PER_DAY / 2);
        var like = DayBook.like(watched.scope().labels());
        List<String> segments = watched.rule().segments();
        var periods = TwoPeriods.of(
                now.answers().sums(segments, like, from, day),
                ears.book().sums(segments, like, since, through(incident, now) + 1));
        return explanations.explain(periods, Instant.ofEpochSecond(60 * from), Instant.ofEpochSecond(60 * day));
    }

    private List<DetractorDriver> drivers(Incident incident, WatchedScope watched, Now now) {
        long since = ears.book().pane(incident.first().alarm().since());
        var drivers = new TreeMap<String, Nps>();
        ears.book()
                .sums(List.of(Scope.DRIVER), DayBook.like(watched.scope().labels()), since, through(incident, now) + 1)
                .forEach((driver, scores) -> drivers.put(driver, TwoPeriods.nps(scores)));
        return explanations.ofDetractors(drivers, TOP_DRIVERS);
    }

    private NpsAlert.Links links(NpsAlert.Member first) {
        return new NpsAlert.Links(
                link(rules.links().dashboard(), first), link(rules.links().runbook(), first));
    }

    private static @Nullable String link(@Nullable String template, NpsAlert.Member about) {
        if (template == null) {
            return null;
        }
        var labels = about.scope().labels();
        return template.replace("{journeyId}", labels.getOrDefault(Scope.JOURNEY, ""))
                .replace("{audience}", labels.getOrDefault(Scope.AUDIENCE, ""))
                .replace(
                        "{from}", String.format(Locale.ROOT, "%d", about.since().toEpochMilli()));
    }

    private static Instant minuteEnd(long minute) {
        return Instant.ofEpochSecond(60 * (minute + 1));
    }
}
