package nl.klantstem.contract.catalogue;

import java.util.ArrayList;
import java.util.List;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.AvoidableCause;
import nl.klantstem.contract.in.DemandType;
import org.jspecify.annotations.Nullable;

/** A contact driver {@code level1/level2[/level3]} with what it usually means and the journey it belongs to. */
public record Driver(
        String code,
        Audience audience,
        DemandType demandType,
        @Nullable AvoidableCause avoidableCause,
        @Nullable String owningDepartment,
        @Nullable String journeyId) {

    /** The driver at each of its levels, the deepest (itself) first. */
    public static List<String> levels(String code) {
        var levels = new ArrayList<String>();
        for (int end = code.length(); end > 0; end = code.lastIndexOf('/', end - 1)) {
            levels.add(code.substring(0, end));
        }
        return levels;
    }
}
