package nl.klantstem.contract.catalogue;

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
        @Nullable String journeyId) {}
