package nl.klantstem.expose.board;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;

/** What customers make contact about: the largest first, two levels deep. */
record DriverRows(Seen seen, Lengths lengths, CatalogueVersion catalogue) {

    private static final int MOST = 10;
    private static final int LEVELS = 2;

    List<DriverRow> all() {
        var groups = catalogue.drivers().stream()
                .filter(driver -> driver.code().contains("/"))
                .map(driver -> driver.code().substring(0, driver.code().indexOf('/')))
                .collect(Collectors.toSet());
        return seen.drivers().stream()
                .map(told -> told.key().scope())
                .filter(scope -> isShown(scope, groups))
                .distinct()
                .map(this::row)
                .filter(row -> row.now().value() != null && row.now().value() > 0)
                .sorted(Comparator.comparing((DriverRow row) -> -row.now().n()).thenComparing(DriverRow::driver))
                .limit(MOST)
                .toList();
    }

    private static boolean isShown(Scope scope, Set<String> groups) {
        @Nullable String driver = scope.labels().get(Scope.DRIVER);
        if (driver == null || !Audience.CUSTOMER.name().equals(scope.labels().get(Scope.AUDIENCE))) {
            return false;
        }
        int depth = Math.min(LEVELS, driver.split("/", -1).length);
        return String.valueOf(depth).equals(scope.labels().get(Scope.LEVEL)) && !groups.contains(driver);
    }

    private DriverRow row(Scope scope) {
        var driver = scope.labels().getOrDefault(Scope.DRIVER, Scope.UNKNOWN);
        var now = Figures.contacts(told(scope, lengths.day()));
        var usual = Figures.contacts(told(scope, lengths.month()));
        @Nullable Double perDay = perDay(now, usual);
        @Nullable
        Double change = perDay == null || perDay == 0 || usual.n() < Figure.ENOUGH ? null : now.n() / perDay - 1;
        return new DriverRow(driver, Audience.CUSTOMER, now, usual, perDay, change, surge(driver));
    }

    private @Nullable Told<InsightKey, ContactDrivers> told(Scope scope, String length) {
        return Seen.rolling(seen.drivers(), scope, length, ContactDrivers::window);
    }

    private static @Nullable Double perDay(Figure now, Figure usual) {
        double day = seconds(now);
        double month = seconds(usual);
        return day == 0 || month == 0 ? null : usual.n() * day / month;
    }

    private static double seconds(Figure figure) {
        @Nullable
        Window window = figure.origin() == null ? null : figure.origin().window();
        return window == null ? 0 : Duration.between(window.from(), window.to()).toSeconds();
    }

    private @Nullable String surge(String driver) {
        return seen.surges().stream()
                .map(Told::value)
                .filter(surge -> surge.state() == ContactSurge.State.OPEN
                        && Audience.CUSTOMER
                                .name()
                                .equals(surge.scope().labels().get(Scope.AUDIENCE)))
                .filter(surge -> {
                    var of = surge.scope().labels().getOrDefault(Scope.DRIVER, "");
                    return driver.equals(of) || driver.startsWith(of + "/") || of.startsWith(driver + "/");
                })
                .map(ContactSurge::surgeId)
                .findFirst()
                .orElse(null);
    }
}
