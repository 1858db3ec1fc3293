package nl.klantstem.expose.page;

import org.jspecify.annotations.Nullable;

/** How the page is looked at. */
enum View {
    DESK("", ""),
    WALL("wall", "&wall"),
    /** A wall of day steering alone. */
    STEERING_WALL("wall steering-wall", "&wall=steering");

    private final String classes;
    private final String query;

    View(String classes, String query) {
        this.classes = classes;
        this.query = query;
    }

    /** The one that was asked for by what {@code wall} is; a desk where it is not said. */
    static View of(@Nullable String wall) {
        if (wall == null) {
            return DESK;
        }
        return wall.equals("steering") ? STEERING_WALL : WALL;
    }

    /** Of the page's root. */
    String classes() {
        return classes;
    }

    /** What an address ends with to stay in it. */
    String query() {
        return query;
    }
}
