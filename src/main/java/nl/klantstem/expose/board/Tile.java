package nl.klantstem.expose.board;

import org.jspecify.annotations.Nullable;

/**
 * One of the six figures at the top.
 *
 * @param usual what it is held against: the same over the longer window; absent where that says nothing
 */
public record Tile(Id id, Figure figure, @Nullable Figure usual) {

    /** Which figure. */
    public enum Id {
        NPS_TODAY,
        NPS_LAST_HOUR,
        CONTACT_RATE,
        SERVICE_LEVEL,
        BOT_CONTAINMENT,
        OPEN_CONTACTS
    }
}
