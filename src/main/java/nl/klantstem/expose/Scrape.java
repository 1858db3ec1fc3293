package nl.klantstem.expose;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import org.jspecify.annotations.Nullable;

/** What one scrape sees: everything kept at that moment, and what decides whether it is shown. */
final class Scrape {

    private final KeptInsights.View kept;
    private final CatalogueLabels labels;
    private final Freshness freshness;
    private final CatalogueVersion catalogue;
    private final @Nullable LocalDate today;

    Scrape(KeptInsights.View kept, Catalogue catalogue, CatalogueLabels labels, Freshness freshness) {
        this.kept = kept;
        this.labels = labels;
        this.freshness = freshness;
        this.catalogue = catalogue.at(newest(kept).orElse(freshness.now()));
        this.today = today(kept, freshness, this.catalogue);
    }

    KeptInsights.View kept() {
        return kept;
    }

    CatalogueLabels labels() {
        return labels;
    }

    Freshness freshness() {
        return freshness;
    }

    /** The catalogue in force at the newest recorded time known. */
    CatalogueVersion catalogue() {
        return catalogue;
    }

    /** Whether this belongs to a local day that is over: nothing has happened yet on the new one. */
    boolean isYesterday(Cell.Kept value) {
        return value.date() != null && today != null && value.date().isBefore(today);
    }

    private static Optional<Instant> newest(KeptInsights.View kept) {
        var windows = kept.all().map(Cell.View::asOf);
        return Stream.concat(windows, kept.progress().stream().map(progress -> progress.asOf()))
                .max(Comparator.naturalOrder());
    }

    private static @Nullable LocalDate today(KeptInsights.View kept, Freshness freshness, CatalogueVersion catalogue) {
        var dates = kept.all()
                .flatMap(cell -> cell.windows().values().stream())
                .flatMap(window -> Stream.ofNullable(window.date()));
        var finals = Stream.ofNullable(freshness.finalsOut())
                .map(finalsOut -> LocalDate.ofInstant(finalsOut, catalogue.zone()));
        return Stream.concat(dates, finals).max(Comparator.naturalOrder()).orElse(null);
    }
}
