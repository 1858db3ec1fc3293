package nl.klantstem.link;

import nl.klantstem.contract.flow.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What counts at a recorded minute (null: nothing), and the minute at which mere passing of time changes that, or
 * {@link Due#NEVER}.
 */
record Standing(@Nullable Fact fact, long due) {
    static final Standing NOTHING = new Standing(null, Due.NEVER);
}
