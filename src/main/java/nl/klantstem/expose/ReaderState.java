package nl.klantstem.expose;

import java.util.Map;
import java.util.Optional;
import nl.klantstem.topic.Topic;

/** How far the reading of insights is. */
interface ReaderState {

    /** What is still waited for, as a sentence; nothing once all that was there at the start is read. */
    Optional<String> waitingFor();

    /** Why it stopped by itself, as a sentence. */
    Optional<String> failure();

    /** Records still to be read, of the topics that are being read. */
    Map<Topic, Long> lag();

    /** Whether what is kept is whole, and still followed. */
    default boolean isReady() {
        return waitingFor().isEmpty() && failure().isEmpty();
    }
}
