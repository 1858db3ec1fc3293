package nl.klantstem.expose;

import java.util.Optional;

/** How a process fares, in sentences for those who look. */
public interface Health {

    /** Why it must be restarted; nothing while it lives. */
    Optional<String> notLive();

    /** Why it cannot serve yet; nothing once it can. */
    Optional<String> notReady();
}
