package nl.klantstem.insight.surges;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.ContactSurge.State;
import nl.klantstem.contract.out.ContactSurgeKey;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.Judge;
import nl.klantstem.insight.Now;
import nl.klantstem.insight.Plans;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Delta;
import nl.klantstem.rolling.LocalDays;
import nl.klantstem.stats.Margin;
import nl.klantstem.stats.SurgeEnd;
import nl.klantstem.stats.SurgeLearning;
import nl.klantstem.stats.SurgeSettings;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Contacts in the minute in which their driver became known, surges out. Looks at the end of every bin: takes its contacts as
 * evidence, opens and ends surges, and learns the day that leaves the quarantine.
 */
public final class Surges implements Judge {

    private static final long MINUTES_PER_DAY = 1440;
    private static final long UPDATE_MINUTES = 60;

    private final SurgeSettings settings;
    private final int newNormalDays;
    private final Bins bins;
    private final Ordinary ordinary;
    private final Alarms alarms;
    private final Incidents incidents;
    private final Plans plans = new Plans();
    private final Expectations expectations;
    private final Lessons lessons;
    private final Told told;
    /** By the name of their cell: reading it again for every contact would take longer than all else. */
    private final Map<String, Place> places = new HashMap<>();

    /** As it was stored. */
    public Surges(InsightTerms terms, Blocks blocks) {
        AlertRules rules = terms.catalogue().latest().alerts();
        settings = SurgeSettings.USUAL.with(
                rules.surges().falseAlarmsPerYear(), rules.surges().binMinutes());
        newNormalDays = rules.newNormalDays();
        bins = new Bins(blocks);
        ordinary = new Ordinary(settings, blocks);
        alarms = new Alarms(settings, blocks);
        incidents = new Incidents(blocks);
        expectations = new Expectations(terms.zone(), ordinary, plans, settings.binMinutes());
        lessons = new Lessons(bins, ordinary, incidents, expectations);
        told = new Told(settings.toleratedPerYear(), terms.catalogue().latest().version());
    }

    @Override
    public void minute(Now now, Consumer<Published> out) {
        long from = now.minute() - Math.floorMod(now.minute(), settings.binMinutes());
        for (Delta delta : now.known(Signal.KNOWN_CONTACTS)) {
            // First sightings only: what is known of another minute corrects it.
            if (delta.known() == delta.minute()) {
                bins.add(from, place(delta.cell()), delta.change().dense(Signal.KNOWN_CONTACTS.width())[0]);
            }
        }
        if (now.minute() + 1 == from + settings.binMinutes()) {
            plans.know(now.references());
            close(bins.at(from), now, out);
        }
    }

    private Place place(String cell) {
        return places.computeIfAbsent(cell, id -> Place.of(Cell.parse(id).scope()));
    }

    private void close(Counted counted, Now now, Consumer<Published> out) {
        long end = now.minute() + 1;
        incidents.open().forEach(incident -> goOn(incident, counted, now, out));
        ordinary.all().forEach((watched, learning) -> watch(watched, learning, counted, end));
        for (Alarms.Alarm alarm : alarms.raised()) {
            if (!incidents.isKnown(alarm.watched(), end)) {
                raise(alarm.notBefore(bins.first()), now, out);
            }
        }
        ordinary.all().keySet().stream()
                .filter(watched -> incidents.isKnown(watched, end))
                .forEach(alarms::still);
        if (lessons.endsDay(now.days(), counted.from(), end)) {
            lessons.learn(quarantined(now.days(), counted.from()), now.days());
        }
    }

    /** The first minute of the day that leaves the quarantine when a day ends. */
    private long quarantined(LocalDays days, long lastOfDay) {
        long day = days.start(lastOfDay);
        for (int i = 0; i < settings.quarantineDays(); i++) {
            day = days.start(day - 1);
        }
        return day;
    }

    private void watch(Watched watched, SurgeLearning learning, Counted counted, long end) {
        if (learning.isEnough() && !incidents.isKnown(watched, end)) {
            expectations
                    .usual(watched, counted)
                    .ifPresent(usual ->
                            alarms.bin(watched, counted.from(), usual.bin(counted, watched, settings.binMinutes())));
        }
    }

    private void goOn(Incident incident, Counted counted, Now now, Consumer<Published> out) {
        long end = now.minute() + 1;
        expectations.usual(incident.scope(), counted).ifPresent(usual -> incident.take(counted, usual, expectations));
        incidents.changed(incident);
        if (incident.isOver()) {
            incident.close(State.ENDED, end);
            ordinary.forgetSurge(watched -> incident.scope().meets(watched)
                    && incidents.open().stream()
                            .noneMatch(other -> other.scope().meets(watched)));
            publish(incident, now, out);
        } else if (end - incident.raisedAt() >= newNormalDays * MINUTES_PER_DAY) {
            incident.close(State.NEW_NORMAL, end);
            ordinary.newNormal(incident.scope()::meets);
            publish(incident, now, out);
            incidents.remove(incident);
        } else if ((end - incident.raisedAt()) % UPDATE_MINUTES == 0) {
            publish(incident, now, out);
        }
    }

    private void raise(Alarms.Alarm alarm, Now now, Consumer<Published> out) {
        long end = now.minute() + 1;
        Optional<Incident> rising = incidents.rising(alarm, end);
        Incident incident = rising.orElseGet(() -> new Incident(alarm, end));
        rising.ifPresent(before -> before.join(alarm));
        incidents.add(incident);
        recount(incident, end);
        publish(incident, now, out);
    }

    /** Counts what came since the surge began, by what is usual as it is known now. */
    private void recount(Incident incident, long end) {
        var account = new Account();
        for (Counted counted : bins.between(incident.since(), end)) {
            expectations.usual(incident.scope(), counted).ifPresent(usual -> {
                account.take(incident.scope(), counted, usual, expectations);
                incident.judgedBy(usual);
            });
        }
        double least = account.size().margin(learnt(incident)).map(Margin::low).orElse(1.0);
        incident.counts(account, new SurgeEnd(least));
    }

    private double learnt(Incident incident) {
        @Nullable SurgeLearning learning = ordinary.of(incident.scope());
        double learnt = learning == null ? 0 : learning.learntContacts();
        return learnt > 0 ? learnt : Double.POSITIVE_INFINITY;
    }

    private void publish(Incident incident, Now now, Consumer<Published> out) {
        ContactSurge surge = told.of(incident, learnt(incident), now.asOf());
        if (incident.tells(Told.figures(surge))) {
            out.accept(Published.json(
                    Topic.CONTACT_SURGES,
                    new ContactSurgeKey(incident.id()),
                    surge,
                    now.asOf().toEpochMilli()));
        }
        incidents.changed(incident);
    }

    @Override
    public void flush(Blocks blocks) {
        bins.flush(blocks);
        ordinary.flush(blocks);
        alarms.flush(blocks);
        incidents.flush(blocks);
    }
}
