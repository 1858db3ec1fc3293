package nl.klantstem.expose.board;

import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactOutcomes;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** The six figures at the top: of customers, all journeys and channels together. */
record Tiles(Seen seen, Programme programme, Lengths lengths) {

    private static final Scope CUSTOMERS = Scope.of(Map.of(Scope.AUDIENCE, Audience.CUSTOMER.name()));

    List<Tile> all() {
        var usual = Figures.nps(nps(lengths.month()));
        return List.of(
                new Tile(Tile.Id.NPS_TODAY, Figures.nps(today()), usual),
                new Tile(Tile.Id.NPS_LAST_HOUR, Figures.nps(nps(lengths.hour())), usual),
                new Tile(
                        Tile.Id.CONTACT_RATE,
                        Figures.rate(contacts(lengths.day())),
                        Figures.rate(contacts(lengths.month()))),
                new Tile(
                        Tile.Id.SERVICE_LEVEL,
                        Figures.serviceLevel(outcomes(lengths.day())),
                        Figures.serviceLevel(outcomes(lengths.month()))),
                new Tile(
                        Tile.Id.BOT_CONTAINMENT,
                        Figures.containment(outcomes(lengths.week())),
                        Figures.containment(outcomes(lengths.month()))),
                new Tile(Tile.Id.OPEN_CONTACTS, Figures.open(outcomes(lengths.month())), null));
    }

    private @Nullable Told<InsightKey, JourneyNps> today() {
        return Seen.days(seen.nps(), everyone(), InsightKey.State.CURRENT)
                .reduce((before, last) -> last)
                .orElse(null);
    }

    private @Nullable Told<InsightKey, JourneyNps> nps(String length) {
        return Seen.rolling(seen.nps(), everyone(), length, JourneyNps::window);
    }

    private @Nullable Told<InsightKey, ContactDrivers> contacts(String length) {
        return Seen.rolling(seen.drivers(), CUSTOMERS, length, ContactDrivers::window);
    }

    private @Nullable Told<InsightKey, ContactOutcomes> outcomes(String length) {
        return Seen.rolling(seen.outcomes(), CUSTOMERS, length, ContactOutcomes::window);
    }

    private Scope everyone() {
        return Scope.of(Map.of(Scope.PROGRAMME, programme.name(), Scope.AUDIENCE, Audience.CUSTOMER.name()));
    }
}
