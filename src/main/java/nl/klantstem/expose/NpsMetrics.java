package nl.klantstem.expose;

import static nl.klantstem.expose.MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES;
import static nl.klantstem.expose.MetricCatalogue.NPS_TARGET;
import static nl.klantstem.expose.MetricCatalogue.NPS_WINDOW_END;
import static nl.klantstem.expose.MetricCatalogue.NPS_WINDOW_RESPONSES;
import static nl.klantstem.expose.MetricCatalogue.SURVEY_RESPONSES;
import static nl.klantstem.expose.MetricCatalogue.SURVEY_RESPONSES_CORRECTED;
import static nl.klantstem.expose.MetricCatalogue.SURVEY_SCORES;
import static nl.klantstem.expose.MetricCatalogue.SURVEY_WINDOW_LINKS;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.Scope;

/** Responses as counts of promoters, passives and detractors: scores cannot be averaged, counts can be added. */
final class NpsMetrics {

    private static final int SCORES = 11;
    private static final int FIRST_PASSIVE = 7;
    private static final int FIRST_PROMOTER = 9;
    private static final List<String> CATEGORIES = List.of("detractor", "passive", "promoter");
    private static final String LINKED = "linked";
    private static final String UNMATCHED = "unmatched";

    private final Scrape scrape;
    private final Samples responses = new Samples(SURVEY_RESPONSES);
    private final Samples corrected = new Samples(SURVEY_RESPONSES_CORRECTED);
    private final Samples scores = new Samples(SURVEY_SCORES);
    private final Samples byChannel = new Samples(NPS_WINDOW_RESPONSES);
    private final Samples byJourney = new Samples(NPS_JOURNEY_WINDOW_RESPONSES);
    private final Samples links = new Samples(SURVEY_WINDOW_LINKS);
    private final Map<String, Instant> windowEnds = new HashMap<>();

    NpsMetrics(Scrape scrape) {
        this.scrape = scrape;
    }

    Stream<Samples> samples() {
        if (!scrape.freshness().isSilenceStale()) {
            announce();
        }
        scrape.kept().nps().forEach(this::add);
        var ends = new Samples(NPS_WINDOW_END);
        windowEnds.forEach((window, end) -> ends.add(end.getEpochSecond(), window));
        return Stream.of(responses, corrected, scores, byChannel, byJourney, links, ends, targets());
    }

    private void announce() {
        var windows = scrape.labels().windows().all();
        for (var label : scrape.labels().announcedJourneys()) {
            for (int score = 0; score < SCORES; score++) {
                scores.announce(label.journey(), String.valueOf(score));
            }
            for (var category : CATEGORIES) {
                windows.forEach(window -> byJourney.announce(label.journey(), label.audience(), window, category));
            }
            CatalogueLabels.channels().forEach(channel -> announce(label, channel, windows));
        }
        for (var window : windows) {
            for (var audience : CatalogueLabels.audiences()) {
                links.announce(audience, window, LINKED);
                links.announce(audience, window, UNMATCHED);
            }
        }
    }

    private void announce(CatalogueLabels.JourneyLabel label, String channel, List<String> windows) {
        for (var category : CATEGORIES) {
            responses.announce(label.journey(), channel, label.audience(), category);
            corrected.announce(label.journey(), channel, label.audience(), category);
            windows.forEach(window -> byChannel.announce(label.journey(), channel, label.audience(), window, category));
        }
    }

    private void add(Scope scope, Cell.View<JourneyNps> cell) {
        var of = scope.labels();
        boolean stale = scrape.freshness().isStale(cell.asOf());
        if (Shape.NPS_ALL.fits(scope)) {
            cell.windows().forEach((window, value) -> addLinks(of, window, value));
        } else if (Shape.NPS_JOURNEY.fits(scope)) {
            addScores(of, cell.totals(), stale);
            cell.windows().forEach((window, value) -> addWindow(byJourney, of, window, value));
        } else if (Shape.NPS_JOURNEY_CHANNEL.fits(scope)) {
            addTotals(of, cell.totals(), stale);
            cell.windows().forEach((window, value) -> addWindow(byChannel, of, window, value));
        }
        cell.windows().forEach((window, value) -> windowEnds.merge(window, value.to(), NpsMetrics::later));
    }

    private void addScores(Map<String, String> of, List<Long> totals, boolean stale) {
        for (int score = 0; score < SCORES; score++) {
            scores.add(totals.get(score), stale, label(of, Scope.JOURNEY), String.valueOf(score));
        }
    }

    private void addTotals(Map<String, String> of, List<Long> totals, boolean stale) {
        for (int score = 0; score < SCORES; score++) {
            String[] labels = {
                label(of, Scope.JOURNEY), label(of, Scope.CHANNEL), label(of, Scope.AUDIENCE), category(score)
            };
            responses.add(totals.get(score), stale, labels);
            corrected.add(totals.get(SCORES + score), stale, labels);
        }
    }

    private void addWindow(Samples samples, Map<String, String> of, String window, Cell.Kept<JourneyNps> kept) {
        var value = kept.value();
        boolean none = value.n() == 0 || scrape.isYesterday(kept);
        boolean hide = scrape.freshness().isStale(kept.asOf());
        Long[] counts = {value.detractors(), value.passives(), value.promoters()};
        for (int i = 0; i < counts.length; i++) {
            String[] labels = samples == byChannel
                    ? new String[] {
                        label(of, Scope.JOURNEY),
                        label(of, Scope.CHANNEL),
                        label(of, Scope.AUDIENCE),
                        window,
                        CATEGORIES.get(i)
                    }
                    : new String[] {label(of, Scope.JOURNEY), label(of, Scope.AUDIENCE), window, CATEGORIES.get(i)};
            var count = none ? Long.valueOf(0) : counts[i];
            samples.add(count == null ? 0 : count, hide || count == null, labels);
        }
    }

    private void addLinks(Map<String, String> of, String window, Cell.Kept<JourneyNps> kept) {
        var audience = label(of, Scope.AUDIENCE);
        var completeness = kept.value().completeness();
        boolean none = kept.value().n() == 0 || scrape.isYesterday(kept);
        boolean hide = scrape.freshness().isStale(kept.asOf()) || (completeness == null && !none);
        long unmatched = none || completeness == null ? 0 : completeness.unmatched();
        links.add(unmatched, hide, audience, window, UNMATCHED);
        links.add(none ? 0 : kept.value().n() - unmatched, hide, audience, window, LINKED);
    }

    private Samples targets() {
        var targets = new Samples(NPS_TARGET);
        for (var journey : scrape.catalogue().journeys()) {
            if (journey.targetNps() != null) {
                targets.add(journey.targetNps(), journey.id());
            }
        }
        return targets;
    }

    private static String category(int score) {
        if (score >= FIRST_PROMOTER) {
            return CATEGORIES.get(2);
        }
        return CATEGORIES.get(score >= FIRST_PASSIVE ? 1 : 0);
    }

    private static String label(Map<String, String> of, String dimension) {
        return of.getOrDefault(dimension, Scope.UNKNOWN);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
