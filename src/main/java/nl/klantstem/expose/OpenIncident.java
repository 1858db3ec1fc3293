package nl.klantstem.expose;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsAlert.Member;
import nl.klantstem.contract.out.NpsWatch;
import org.jspecify.annotations.Nullable;

/** A score that is in an open incident: how it is watched, and what is said of the incident. */
record OpenIncident(NpsWatch watch, NpsAlert alert) {

    /** Of all that is kept. */
    static List<OpenIncident> of(KeptInsights.View kept) {
        var alerts = new HashMap<String, NpsAlert>();
        kept.alerts().forEach(alert -> alerts.put(alert.alertId(), alert));
        return kept.watches().stream()
                .flatMap(watch -> {
                    @Nullable NpsAlert alert = watch.alertId() == null ? null : alerts.get(watch.alertId());
                    return alert == null ? Stream.empty() : Stream.of(new OpenIncident(watch, alert));
                })
                .toList();
    }

    /** What is said of this score; nothing while the alert does not name it yet. */
    Optional<Member> figures() {
        return Stream.concat(Stream.of(first()), alert.also().stream())
                .filter(member -> member.scope().equals(watch.scope()))
                .findFirst();
    }

    /** Whether the score that the alert's drivers are about is part of this one, so that they are its drivers too. */
    boolean holdsTheDrivers() {
        return alert.scope()
                .labels()
                .entrySet()
                .containsAll(watch.scope().labels().entrySet());
    }

    private Member first() {
        return new Member(
                alert.scope(),
                alert.state(),
                alert.raisedAt(),
                alert.since(),
                alert.endedAt(),
                alert.size(),
                alert.nps(),
                alert.baseline(),
                alert.n(),
                alert.evidenceYears());
    }
}
