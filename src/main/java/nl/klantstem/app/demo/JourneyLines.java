package nl.klantstem.app.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** Each journey's NPS with its margin, its contacts and their main driver. */
final class JourneyLines {

    private final CatalogueVersion catalogue;

    JourneyLines(CatalogueVersion catalogue) {
        this.catalogue = catalogue;
    }

    List<String> of(Latest latest) {
        var lines = new ArrayList<String>();
        lines.add(row("", "NPS", "last", "24 h", "NPS", "last", "1 h", "contacts", "main driver"));
        lines.add(row("journey", "", "+-", "n", "", "+-", "n", "last 24 h", "in the last 24 h"));
        lines.add(Board.RULE);
        lines.add(journey(latest, null, "All journeys"));
        for (Journey journey : catalogue.journeys()) {
            if (journey.audience() == Audience.CUSTOMER) {
                lines.add(journey(latest, journey.id(), journey.name().getOrDefault("en", journey.id())));
            }
        }
        return lines;
    }

    private static String journey(Latest latest, @Nullable String journeyId, String name) {
        var day = latest.figure(JourneyNps.class, scope(journeyId, true), Board.DAY);
        var hour = latest.figure(JourneyNps.class, scope(journeyId, true), Board.HOUR);
        String contacts = latest.figure(ContactDrivers.class, scope(journeyId, false), Board.DAY)
                .map(c -> Text.whole(c.contacts()))
                .orElse(Text.NONE);
        return row(
                name,
                nps(day),
                margin(day),
                answers(day),
                nps(hour),
                margin(hour),
                answers(hour),
                contacts,
                mainDriver(latest, journeyId));
    }

    private static Scope scope(@Nullable String journeyId, boolean withProgramme) {
        Map<String, String> labels = new HashMap<>();
        labels.put(Scope.AUDIENCE, Audience.CUSTOMER.name());
        if (withProgramme) {
            labels.put(Scope.PROGRAMME, Programme.TRANSACTIONAL.name());
        }
        if (journeyId != null) {
            labels.put(Scope.JOURNEY, journeyId);
        }
        return Scope.of(labels);
    }

    private static String mainDriver(Latest latest, @Nullable String journeyId) {
        return latest.figures(ContactDrivers.class, Board.DAY)
                .filter(c -> isDriverOf(c.scope(), journeyId) && c.contacts() > 0)
                .max(Comparator.comparingLong(ContactDrivers::contacts)
                        .thenComparing(c -> String.valueOf(c.scope().labels().get(Scope.DRIVER))))
                .map(c -> c.scope().labels().get(Scope.DRIVER) + " " + Text.whole(c.contacts()))
                .orElse(Text.NONE);
    }

    private static boolean isDriverOf(Scope scope, @Nullable String journeyId) {
        Map<String, String> labels = scope.labels();
        return Audience.CUSTOMER.name().equals(labels.get(Scope.AUDIENCE))
                && "2".equals(labels.get(Scope.LEVEL))
                && Objects.equals(labels.get(Scope.JOURNEY), journeyId)
                && !labels.containsKey(Scope.CHANNEL);
    }

    private static String nps(Optional<JourneyNps> value) {
        return value.map(JourneyNps::nps).map(Text::signed).orElse(Text.NONE);
    }

    /** Half of the 95% interval. */
    private static String margin(Optional<JourneyNps> value) {
        return value.map(JourneyNps::interval).map(Text::margin).orElse(Text.NONE);
    }

    private static String answers(Optional<JourneyNps> value) {
        return value.map(v -> Text.whole(v.n())).orElse(Text.NONE);
    }

    private static String row(Object... columns) {
        return String.format(Locale.ROOT, "%-16.16s %7s %6s %6s  %7s %6s %5s  %9s  %s", columns);
    }
}
