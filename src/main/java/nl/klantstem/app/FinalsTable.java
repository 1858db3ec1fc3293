package nl.klantstem.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.SurveyHealth;
import nl.klantstem.replay.LastFinals;

/** The last final NPS of every journey, as a table on screen, and how many answered of those who were asked. */
final class FinalsTable {

    private static final String ROW = "%-24s %-14s %-9s %9s %8s %8s %8s  %s";

    private FinalsTable() {}

    static List<String> lines(LastFinals finals) {
        var lines = new ArrayList<String>();
        var journeys = finals.journeys();
        if (journeys.isEmpty()) {
            lines.add("no NPS was published");
        } else {
            lines.add("last final NPS per journey, window " + finals.length());
            lines.add(String.format(
                    ROW, "journey", "programme", "audience", "n", "NPS", "low", "high", "unchanged since"));
            journeys.forEach(nps -> lines.add(row(nps)));
        }
        finals.surveys().forEach(health -> lines.add(surveys(health, finals.length())));
        return lines;
    }

    private static String surveys(SurveyHealth health, String length) {
        var labels = health.scope().labels();
        return String.format(
                Locale.ROOT,
                "surveys %s %s, window %s: %,d asked, %,d answered (%.1f%%), %,d asked again within quarantine",
                labels.get(Scope.PROGRAMME),
                labels.get(Scope.AUDIENCE),
                length,
                health.asked(),
                health.answered(),
                100.0 * health.answered() / health.asked(),
                health.againWithinQuarantine());
    }

    private static String row(JourneyNps nps) {
        var labels = nps.scope().labels();
        var interval = nps.interval();
        return String.format(
                Locale.ROOT,
                ROW,
                labels.get(Scope.JOURNEY),
                labels.get(Scope.PROGRAMME),
                labels.get(Scope.AUDIENCE),
                nps.n(),
                nps.nps() == null ? "-" : String.format(Locale.ROOT, "%+.2f", nps.nps()),
                interval == null ? "-" : String.format(Locale.ROOT, "%+.2f", interval.low()),
                interval == null ? "-" : String.format(Locale.ROOT, "%+.2f", interval.high()),
                nps.window().to());
    }
}
