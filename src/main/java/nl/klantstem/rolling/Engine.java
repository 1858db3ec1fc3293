package nl.klantstem.rolling;

import java.util.function.Consumer;
import nl.klantstem.topic.Published;

/** What lives on frames in the order of recorded time: one for each partition of a stage. */
interface Engine {

    /** Takes a frame in and lives through the minutes that the watermark has passed. */
    void receive(Frame frame, Consumer<Published> out);

    /** Publishes how things stand with all that is known, where that is asked for. */
    default void publishProvisional(Consumer<Published> out) {}

    /** Stores everything that is dirty, and publishes what goes with it: called before each commit. */
    void flush(Consumer<Published> out);

    /** The recorded time (epoch milliseconds) up to which everything is out, or {@link Watermark#UNKNOWN}. */
    long doneMillis();

    /** How many changes came behind the watermark; 0 as long as results are a pure function of the input. */
    long overtaken();
}
