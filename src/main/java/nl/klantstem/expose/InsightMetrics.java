package nl.klantstem.expose;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.Topic;

/** All figures of the table at one scrape: what is to be expected at zero, and on it what is kept. */
final class InsightMetrics {

    private static final List<String> NO_WINDOW = List.of("");
    private static final Set<String> OUTSIDE = Set.of(Scope.OTHER, Scope.UNKNOWN);

    private final Scrape scrape;
    private final FigureLabels labels;
    private final Map<MetricCatalogue, Samples> samples = new EnumMap<>(MetricCatalogue.class);

    InsightMetrics(Scrape scrape) {
        this.scrape = scrape;
        this.labels = new FigureLabels(scrape.catalogue());
    }

    Stream<Samples> samples() {
        for (var source : Source.ALL) {
            if (!scrape.freshness().isSilenceStale()) {
                announce(source);
            }
            var cells = scrape.kept().cells().getOrDefault(source.topic(), Map.of());
            var groups = driverGroups(cells.keySet());
            cells.forEach((scope, cell) -> {
                // In an open dimension only the data tell which driver is a group of others.
                if (!groups.contains(driver(scope))) {
                    add(source, scope.labels(), cell);
                }
            });
        }
        return Stream.concat(samples.values().stream(), Stream.of(windowEnds()));
    }

    private <V> void announce(Source<V> source) {
        var announced = new Announced(scrape.labels());
        for (var shape : Shape.values()) {
            var figures = source.figures(shape);
            var scopes = figures.isEmpty() ? List.<Map<String, String>>of() : announced.scopes(shape);
            for (var figure : figures) {
                var of = of(figure);
                for (var scope : scopes) {
                    if (!isExpected(figure, scope)) {
                        continue;
                    }
                    for (var window : windows(figure.span())) {
                        figure.parts().forEach(part -> of.announce(labels.of(figure, scope, window, part.labels())));
                    }
                }
            }
        }
    }

    /** Only counters must begin at zero everywhere; windows of journeys outside the catalogue may come as they are. */
    private static boolean isExpected(Figure<?> figure, Map<String, String> scope) {
        return figure.span() == Span.EVER
                || figure.shape().has(Scope.DRIVER)
                || !OUTSIDE.contains(scope.getOrDefault(Scope.JOURNEY, ""));
    }

    private List<String> windows(Span span) {
        var windows = scrape.labels().windows();
        return switch (span) {
            case EVER -> NO_WINDOW;
            case AGES -> Backlog.ages(windows.in(span));
            case ALL,
                    UP_TO_A_MONTH,
                    DAY_TO_A_MONTH,
                    TODAY_TO_A_MONTH,
                    WEEK_TO_A_MONTH,
                    LONGEST_UP_TO_A_MONTH,
                    LONGEST -> windows.in(span);
        };
    }

    /** The counts lie one after another, as the figures of the shape and their parts do. */
    private <V> void add(Source<V> source, Map<String, String> scope, Cell.View cell) {
        int total = 0;
        int count = 0;
        for (var figure : source.figures(cell.shape())) {
            if (figure.span() == Span.EVER) {
                addTotal(figure, scope, cell, total);
                total += figure.parts().size();
            } else {
                addWindows(figure, scope, cell, count);
                count += figure.parts().size();
            }
        }
    }

    private void addTotal(Figure<?> figure, Map<String, String> scope, Cell.View cell, int from) {
        boolean stale = scrape.freshness().isStale(cell.asOf());
        int at = from;
        for (var part : figure.parts()) {
            of(figure).add(cell.totals()[at++], stale, labels.of(figure, scope, "", part.labels()));
        }
    }

    private void addWindows(Figure<?> figure, Map<String, String> scope, Cell.View cell, int from) {
        var windows = scrape.labels().windows().in(figure.span());
        if (figure.span() == Span.AGES) {
            var backlog = new Backlog(windows, cell.windows(), from);
            boolean stale = scrape.freshness().isStale(cell.asOf());
            backlog.byAge()
                    .forEach((age, open) -> of(figure).add(open, stale, labels.of(figure, scope, age, List.of())));
            return;
        }
        for (var window : windows) {
            var kept = cell.windows().get(window);
            if (kept != null) {
                addWindow(figure, scope, window, kept, from);
            }
        }
    }

    private void addWindow(Figure<?> figure, Map<String, String> scope, String window, Cell.Kept kept, int from) {
        boolean over = scrape.isYesterday(kept);
        boolean stale = scrape.freshness().isStale(kept.asOf());
        int at = from;
        for (var part : figure.parts()) {
            long count = over ? 0 : kept.counts()[at];
            boolean hide = stale || count == Figure.HIDDEN;
            of(figure).add(hide ? 0 : count, hide, labels.of(figure, scope, window, part.labels()));
            at++;
        }
    }

    /** How far the windows of answers reach, however old they are. */
    private Samples windowEnds() {
        var ends = new HashMap<String, Instant>();
        scrape.kept().cells().getOrDefault(Topic.JOURNEY_NPS, Map.of()).values().forEach(cell -> cell.windows()
                .forEach((window, kept) ->
                        ends.merge(window, kept.to(), (one, other) -> one.isAfter(other) ? one : other)));
        var samples = new Samples(MetricCatalogue.NPS_WINDOW_END);
        ends.forEach((window, end) -> samples.add(end.getEpochSecond(), window));
        return samples;
    }

    private Samples of(Figure<?> figure) {
        return samples.computeIfAbsent(figure.metric(), Samples::new);
    }

    private static Set<String> driverGroups(Set<Scope> scopes) {
        var groups = new HashSet<String>();
        for (var scope : scopes) {
            if (driver(scope).contains("/")) {
                groups.add(CatalogueLabels.group(driver(scope)));
            }
        }
        return groups;
    }

    private static String driver(Scope scope) {
        return scope.labels().getOrDefault(Scope.DRIVER, "");
    }
}
