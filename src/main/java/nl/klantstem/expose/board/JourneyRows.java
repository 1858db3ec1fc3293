package nl.klantstem.expose.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.NpsWatchKey;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.expose.board.JourneyRow.Status;
import org.jspecify.annotations.Nullable;

/**
 * The journeys of each audience, its whole first: in the order of the catalogue, then others by name. An audience of which
 * nothing is told has no rows.
 */
record JourneyRows(Seen seen, Programme programme, Lengths lengths, CatalogueVersion catalogue) {

    private static final int DAYS = 28;
    /** More journeys than can be read; the rest is at /metrics. */
    private static final int MOST = 40;

    List<JourneyRow> all() {
        var rows = new ArrayList<JourneyRow>();
        for (var audience : Audience.values()) {
            var told = told(audience);
            if (told.isEmpty()) {
                continue;
            }
            rows.add(row(null, audience, null));
            var journeys = new LinkedHashMap<String, @Nullable Journey>();
            catalogue.journeys().stream()
                    .filter(journey -> journey.audience() == audience)
                    .forEach(journey -> journeys.put(journey.id(), journey));
            told.stream().filter(id -> !id.isEmpty()).limit(MOST).forEach(id -> journeys.putIfAbsent(id, null));
            journeys.forEach((id, journey) -> rows.add(row(id, audience, journey)));
        }
        return rows;
    }

    /** The journeys of which there is a score; an empty name for all together. */
    private TreeSet<String> told(Audience audience) {
        var told = new TreeSet<String>();
        for (var each : seen.nps()) {
            var labels = each.key().scope().labels();
            if (audience.name().equals(labels.get(Scope.AUDIENCE))) {
                told.add(labels.getOrDefault(Scope.JOURNEY, ""));
            }
        }
        return told;
    }

    private JourneyRow row(@Nullable String id, Audience audience, @Nullable Journey journey) {
        var scope = scope(id, audience, true);
        @Nullable Told<NpsWatchKey, NpsWatch> watch = watch(scope(id, audience, false));
        return new JourneyRow(
                id,
                audience,
                journey == null ? Map.of() : journey.name(),
                journey == null ? null : journey.targetNps(),
                Figures.nps(Seen.rolling(seen.nps(), scope, lengths.day(), JourneyNps::window)),
                Figures.nps(Seen.rolling(seen.nps(), scope, lengths.month(), JourneyNps::window)),
                days(scope),
                status(watch == null ? null : watch.value()),
                watch);
    }

    private Scope scope(@Nullable String id, Audience audience, boolean ofProgramme) {
        var labels = new LinkedHashMap<String, String>();
        labels.put(Scope.AUDIENCE, audience.name());
        if (id != null) {
            labels.put(Scope.JOURNEY, id);
        }
        if (ofProgramme) {
            labels.put(Scope.PROGRAMME, programme.name());
        }
        return Scope.of(labels);
    }

    private List<JourneyRow.Day> days(Scope scope) {
        @Nullable
        LocalDate today = seen.nps().stream()
                .map(told -> told.key().date())
                .filter(date -> date != null)
                .max(LocalDate::compareTo)
                .orElse(null);
        if (today == null) {
            return List.of();
        }
        return Seen.days(seen.nps(), scope, InsightKey.State.FINAL)
                .filter(told -> {
                    var date = Seen.date(told.key());
                    return date.isBefore(today) && !date.isBefore(today.minusDays(DAYS));
                })
                .map(told -> new JourneyRow.Day(Seen.date(told.key()), Figures.nps(told)))
                .toList();
    }

    private @Nullable Told<NpsWatchKey, NpsWatch> watch(Scope scope) {
        return seen.watches().stream()
                .filter(told -> told.key().scope().equals(scope))
                .findFirst()
                .orElse(null);
    }

    private Status status(@Nullable NpsWatch watch) {
        if (watch == null) {
            return Status.NOT_WATCHED;
        }
        return switch (watch.state()) {
            case LEARNING -> Status.TOO_FEW;
            case INCIDENT -> incident(watch);
            case WATCHING -> {
                double evidence = watch.drop() == null ? 0 : watch.drop();
                yield evidence >= JourneyRow.WORTH_AN_EYE * watch.thresholdYears() ? Status.WATCH : Status.OK;
            }
        };
    }

    private Status incident(NpsWatch watch) {
        boolean improved = seen.alerts().stream()
                .anyMatch(told -> told.key().alertId().equals(watch.alertId())
                        && told.value().kind() == NpsAlert.Kind.IMPROVED);
        return improved ? Status.IMPROVED : Status.DROP;
    }
}
