package nl.klantstem.contract.catalogue;

import java.time.Duration;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;

/**
 * A window that is kept: its type, its length (ROLLING only) and how finely it slides. A slide is a whole number of
 * minutes that divides an hour; a length is a whole number of slides.
 */
public record WindowSpec(Window.Type type, @Nullable Duration length, Duration slide) {}
