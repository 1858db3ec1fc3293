package nl.klantstem.insight;

import java.util.function.Consumer;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.topic.Published;

/** One that says something of what it sees, minute by minute. */
public interface Judge {

    /** Takes the next closed minute. */
    void minute(Now now, Consumer<Published> out);

    /** Stores what changed. */
    void flush(Blocks blocks);
}
