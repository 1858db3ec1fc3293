package nl.klantstem.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.klantstem.contract.catalogue.CatalogueVersion;

/** The table of the demo as lines of plain text: journeys, how they are served, and what could have been prevented. */
final class Board {

    static final String HOUR = "PT1H";
    static final String DAY = "PT24H";
    static final String WEEK = "P7D";
    static final String MONTH = "P28D";
    static final String RULE = "-".repeat(96);

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
        lines.addAll(new JourneyLines(catalogue).of(latest));
        lines.add("");
        lines.addAll(ServiceLines.of(latest));
        lines.add("");
        lines.addAll(AvoidableLines.of(latest));
        lines.add("");
        lines.add(footer);
        return lines;
    }

    private static String pace(double speed) {
        return speed == 1 ? "in real time" : "at " + Text.plain(speed) + " x real time";
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
}
