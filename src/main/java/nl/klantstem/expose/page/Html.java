package nl.klantstem.expose.page;

/** HTML in which whatever is put in as text or attribute stays text. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** Opens an element; names and values of attributes by turns. */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** A text in an element of a class. */
    Html span(String tag, String of, String text) {
        return open(tag, "class", of).text(text).close(tag);
    }

    /** A name from outside: its direction is its own. */
    Html name(String name) {
        return open("bdi").text(name).close("bdi");
    }

    Html add(Html other) {
        out.append(other.out);
        return this;
    }

    static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
