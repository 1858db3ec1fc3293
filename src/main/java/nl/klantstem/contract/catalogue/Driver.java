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

    /** A driver's label at each of its levels, the highest first: a, a/b, a/b/c. */
    public static List<String> levels(String code) {
        var levels = new ArrayList<String>();
        for (int slash = code.indexOf('/'); slash >= 0; slash = code.indexOf('/', slash + 1)) {
            levels.add(code.substring(0, slash));
        }
        levels.add(code);
        return levels;
    }
}
