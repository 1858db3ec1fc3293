package nl.klantstem.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a mistyped one resembles most, or all known names when none comes near. */
public final class DidYouMean {

    private DidYouMean() {}

    /** The end of an error sentence: {@code , did you mean 'x'?} or {@code ; known are a, b, c}. */
    public static String hint(String given, Collection<String> known) {
        return nearest(given, known)
                .map(name -> ", did you mean '" + name + "'?")
                .orElseGet(() -> "; known are " + String.join(", ", known));
    }

    /** The known name that is near enough to be meant. */
    static Optional<String> nearest(String given, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(given, name)))
                .filter(name -> distance(given, name) <= Math.max(2, given.length() / 3));
    }

    /** Levenshtein's edit distance, upper and lower case alike. */
    private static int distance(String left, String right) {
        var a = left.toLowerCase(Locale.ROOT);
        var b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
