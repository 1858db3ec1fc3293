package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of a scope in a window, counted at the time they opened. {@code contacts} are inbound, {@code outbound} are
 * counted apart. Of the inbound ones {@code fromIntent} have a driver that is only a recognised intent, {@code repeat}
 * repeat another; {@code value}, {@code avoidable} and {@code demandUnknown} add up to contacts.
 *
 * <p>Where the scope is the audience alone or audience and driver, {@code orders} are all those placed in the window;
 * {@code flow} is the rate of the window's contacts to them, {@code cohort} that of the contacts that came of them. Without
 * orders there is no rate.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactDrivers(
        Scope scope,
        Window window,
        long contacts,
        long outbound,
        long fromIntent,
        long value,
        long avoidable,
        long demandUnknown,
        long repeat,
        @Nullable Long orders,
        @Nullable ContactRate flow,
        @Nullable ContactRate cohort,
        ContactTotals totals,
        Instant asOf,
        boolean provisional,
        Completeness completeness,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;
}
