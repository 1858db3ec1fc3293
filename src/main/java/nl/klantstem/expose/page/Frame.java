package nl.klantstem.expose.page;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.klantstem.expose.board.Board;

/** The whole page: what does not change around the parts that do. */
final class Frame {

    /** {@code {{word key}}}, {@code {{list name}}} or {@code {{value name}}}. */
    private static final Pattern HOLE = Pattern.compile("\\{\\{(word|list|value) ([\\w.]+)}}");

    private static final String FRAME = Assets.frame();
    private static final String BUILD = Assets.build();

    private Frame() {}

    static String page(Board board, PageParts parts, View view, String event) {
        var words = Words.in(parts.language());
        var values = Map.of(
                "lang",
                parts.language().code(),
                "view",
                view.classes(),
                "wall",
                view.query(),
                "title",
                board.title(),
                "zone",
                board.zone(),
                "programme",
                words.say("programme", board.programme()),
                "event",
                event,
                "build",
                BUILD);
        return HOLE.matcher(FRAME).replaceAll(hole -> Matcher.quoteReplacement(fill(hole, words, parts, values)));
    }

    static String build() {
        return BUILD;
    }

    private static String fill(MatchResult hole, Words words, PageParts parts, Map<String, String> values) {
        String name = hole.group(2);
        return switch (hole.group(1)) {
            case "word" -> Html.escaped(words.say(name));
            case "list" -> list(parts, name);
            default -> Html.escaped(values.getOrDefault(name, ""));
        };
    }

    private static String list(PageParts parts, String name) {
        var all = new StringBuilder();
        parts.lists().getOrDefault(name, List.of()).forEach(part -> all.append(part.html())
                .append('\n'));
        return all.toString();
    }
}
