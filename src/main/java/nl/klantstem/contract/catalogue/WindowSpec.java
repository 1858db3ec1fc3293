package nl.klantstem.contract.catalogue;

import java.time.Duration;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;

/**
 * A window that is kept: its type, its length (ROLLING only) and how finely it slides. A slide is a whole number of
 * minutes that divides an hour; a length is a whole number of slides.
 *
 * @param length of a ROLLING window, in exact hours: P7D is 168 hours also over a clock change
 * @param name of a ROLLING window as it is published ("PT24H", "P7D"): a Duration would print both as hours
 */
public record WindowSpec(
        Window.Type type,
        @Nullable Duration length,
        Duration slide,
        @Nullable String name) {

    private static final Duration HOUR = Duration.ofHours(1);

    public WindowSpec {
        if (slide.isNegative()
                || slide.isZero()
                || slide.toSeconds() % 60 != 0
                || HOUR.toSeconds() % slide.toSeconds() != 0) {
            throw new IllegalArgumentException(
                    "slide " + slide + " is not a whole number of minutes that divides an hour, such as PT1M or PT15M");
        }
        if ((type == Window.Type.ROLLING) != (length != null && name != null)) {
            throw new IllegalArgumentException("a ROLLING window has a length and its name, a DAY window has neither");
        }
        if (length != null && (length.isNegative() || length.isZero() || length.toSeconds() % slide.toSeconds() != 0)) {
            throw new IllegalArgumentException("length " + name + " is not a whole number of slides of " + slide);
        }
    }

    /** A rolling window by its published name: PT24H, P7D. */
    public static WindowSpec rolling(String name, Duration slide) {
        return new WindowSpec(Window.Type.ROLLING, Duration.parse(name), slide, name);
    }

    /** The local day, from midnight up to each slide. */
    public static WindowSpec day(Duration slide) {
        return new WindowSpec(Window.Type.DAY, null, slide, null);
    }
}
