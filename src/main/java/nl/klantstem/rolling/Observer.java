package nl.klantstem.rolling;

import java.util.function.Consumer;
import nl.klantstem.topic.Published;

/**
 * Lives on closed minutes. What it knows it keeps in {@link Blocks}, from which a new one goes on where another was: under
 * names that begin with a small word and a slash, such as {@code watches/...}.
 */
public interface Observer {

    /** Takes the next minute: every minute comes once and in order, also those in which nothing became known. */
    void minute(ClosedMinute closed, Consumer<Published> out);

    /** Stores what changed. Called before each commit. */
    void flush(Blocks blocks);
}
