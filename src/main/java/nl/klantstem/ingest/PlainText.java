package nl.klantstem.ingest;

/** Text as other systems send it: its length in characters, and without what cannot be written again. */
final class PlainText {

    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** Longer in characters, of which a surrogate pair is one. */
    static boolean isLonger(String text, int max) {
        return text.length() > max && text.codePointCount(0, text.length()) > max;
    }

    /** The first so many characters of a text that is longer. */
    static String cut(String text, int max) {
        return text.substring(0, text.offsetByCodePoints(0, max));
    }

    /** Half of a surrogate pair (as "\ud83d" in JSON) is no character and cannot be written as UTF-8: it becomes U+FFFD. */
    static String withoutHalfPairs(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
