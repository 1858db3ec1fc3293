package nl.klantstem.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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

/** The table of the demo as lines of plain text: each journey's NPS with its margin, its contacts and their main driver. */
final class Board {

    private static final String DAY = "PT24H";
    private static final String HOUR = "PT1H";
    private static final String NONE = "-";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss", Locale.ENGLISH);

    private final CatalogueVersion catalogue;
    private final String footer;

    Board(CatalogueVersion catalogue, String footer) {
        this.catalogue = catalogue;
        this.footer = footer;
    }

    List<String> lines(Latest latest, Instant shopTime, double speed) {
        var lines = new ArrayList<String>();
        lines.add("Klantstem demo: an invented shop " + pace(speed));
        lines.add(clock(latest, shopTime, speed));
        lines.add("");
        lines.add(row("", "NPS", "last", "24 h", "NPS", "last", "1 h", "contacts", "main driver"));
        lines.add(row("journey", "", "+-", "n", "", "+-", "n", "last 24 h", "in the last 24 h"));
        lines.add("-".repeat(96));
        lines.add(journey(latest, null, "All journeys"));
        for (Journey journey : catalogue.journeys()) {
            if (journey.audience() == Audience.CUSTOMER) {
                lines.add(journey(latest, journey.id(), journey.name().getOrDefault("en", journey.id())));
            }
        }
        lines.add("");
        lines.add(footer);
        return lines;
    }

    private static String pace(double speed) {
        return speed == 1 ? "in real time" : "at " + plain(speed) + " x real time";
    }

    private String clock(Latest latest, Instant shopTime, double speed) {
        String age = latest.asOf()
                .map(asOf -> "data " + seconds(Duration.between(asOf, shopTime), speed) + " s old")
                .orElse("no data yet");
        ZoneId zone = catalogue.zone();
        return CLOCK.format(shopTime.atZone(zone)) + " (" + zone + "), " + age;
    }

    /** How long it takes to see what happens, in the seconds of the one who watches. */
    private static String seconds(Duration behind, double speed) {
        return String.format(Locale.ROOT, "%.1f", Math.max(0, behind.toMillis() / speed / 1000));
    }

    private String journey(Latest latest, @Nullable String journeyId, String name) {
        var day = latest.nps(scope(journeyId, true), DAY);
        var hour = latest.nps(scope(journeyId, true), HOUR);
        String contacts = latest.contacts(scope(journeyId, false), DAY)
                .map(c -> whole(c.contacts()))
                .orElse(NONE);
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
        return latest.contacts(DAY)
                .filter(c -> isDriverOf(c.scope(), journeyId) && c.contacts() > 0)
                .max(Comparator.comparingLong(ContactDrivers::contacts)
                        .thenComparing(c -> String.valueOf(c.scope().labels().get(Scope.DRIVER))))
                .map(c -> c.scope().labels().get(Scope.DRIVER) + " " + whole(c.contacts()))
                .orElse(NONE);
    }

    private static boolean isDriverOf(Scope scope, @Nullable String journeyId) {
        Map<String, String> labels = scope.labels();
        return Audience.CUSTOMER.name().equals(labels.get(Scope.AUDIENCE))
                && "2".equals(labels.get(Scope.LEVEL))
                && Objects.equals(labels.get(Scope.JOURNEY), journeyId)
                && !labels.containsKey(Scope.CHANNEL);
    }

    private static String nps(Optional<JourneyNps> value) {
        return value.map(JourneyNps::nps)
                .map(nps -> String.format(Locale.ROOT, "%+.1f", nps))
                .orElse(NONE);
    }

    /** Half of the 95% interval. */
    private static String margin(Optional<JourneyNps> value) {
        return value.map(JourneyNps::interval)
                .map(i -> String.format(Locale.ROOT, "+-%.1f", (i.high() - i.low()) / 2))
                .orElse(NONE);
    }

    private static String answers(Optional<JourneyNps> value) {
        return value.map(v -> whole(v.n())).orElse(NONE);
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? whole((long) number) : String.valueOf(number);
    }

    private static String row(Object... columns) {
        return String.format(Locale.ROOT, "%-16.16s %7s %6s %6s  %7s %6s %5s  %9s  %s", columns);
    }
}
