package nl.klantstem.replay.mapping;

import org.jspecify.annotations.Nullable;

/** A foreign line by the names of its columns. */
interface Row {

    /** The cell's text; null when it is empty or there is none of that name. */
    @Nullable
    String cell(String column);
}
