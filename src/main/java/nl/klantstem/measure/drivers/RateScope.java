package nl.klantstem.measure.drivers;

import java.util.SortedMap;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** Which scopes have a contact rate: the audience alone, and audience and driver at any level. */
final class RateScope {

    private static final int NONE = -1;

    private RateScope() {}

    static boolean isOne(Scope scope) {
        return level(scope) != NONE;
    }

    /** Whether a contact with these bits ({@code firstOfOrder}) is the first about its order as the scope has it. */
    static boolean isFirst(Scope scope, int firstOfOrder) {
        int level = level(scope);
        return level != NONE && (firstOfOrder >> level & 1) == 1;
    }

    /** The driver's level, 0 when all drivers are together. */
    private static int level(Scope scope) {
        SortedMap<String, String> labels = scope.labels();
        @Nullable String level = labels.get(Scope.LEVEL);
        if (!labels.containsKey(Scope.AUDIENCE) || labels.size() != (level == null ? 1 : 3)) {
            return NONE;
        }
        return level == null ? 0 : Integer.parseInt(level);
    }
}
