package nl.klantstem.expose.board;

import java.util.List;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.ContactSurgeKey;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.MeasureEffectKey;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsAlertKey;
import org.jspecify.annotations.Nullable;

/**
 * All that the page shows and the API tells, at a moment. Nothing in it is of one language.
 *
 * @param zone of local days
 * @param peak where in the year's peak the data are; absent outside of it
 * @param alerts open ones first, then the youngest first; so are surges
 * @param measures the youngest first
 * @param daySteering what is held against plan, last week and last peak
 */
public record Board(
        String title,
        Programme programme,
        String zone,
        Timeliness data,
        @Nullable Peak peak,
        List<Tile> tiles,
        List<JourneyRow> journeys,
        List<DriverRow> drivers,
        List<Told<NpsAlertKey, NpsAlert>> alerts,
        List<Told<ContactSurgeKey, ContactSurge>> surges,
        List<Told<MeasureEffectKey, MeasureEffect>> measures,
        DaySteeringTold daySteering) {

    public Board {
        tiles = List.copyOf(tiles);
        journeys = List.copyOf(journeys);
        drivers = List.copyOf(drivers);
        alerts = List.copyOf(alerts);
        surges = List.copyOf(surges);
        measures = List.copyOf(measures);
    }
}
