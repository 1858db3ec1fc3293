package nl.klantstem.replay.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text with cells of a row in it: {@code airport-{RESPNUM}}. A braces pair holds a column; doubled braces stand for themselves. */
public final class Template {

    /** The pseudo columns that every row has: its line and the name of its file. */
    public static final Set<String> PSEUDO_COLUMNS = Set.of("_line", "_file");

    private sealed interface Piece {
        record Words(String text) implements Piece {}

        record Cell(String column) implements Piece {}
    }

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    public static Template column(String column) {
        return new Template(List.of(new Piece.Cell(column)));
    }

    public static Template constant(String text) {
        return new Template(List.of(new Piece.Words(text)));
    }

    /** Throws IllegalArgumentException when braces do not pair. */
    public static Template parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        var words = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                words.append(c);
                i += 2;
            } else if (c == '{') {
                int end = text.indexOf('}', i);
                if (end <= i + 1) {
                    throw new IllegalArgumentException("a brace at position " + (i + 1) + " has no column and no end");
                }
                pieces.add(new Piece.Words(words.toString()));
                words.setLength(0);
                pieces.add(new Piece.Cell(text.substring(i + 1, end)));
                i = end + 1;
            } else if (c == '}') {
                throw new IllegalArgumentException("a brace at position " + (i + 1) + " closes nothing");
            } else {
                words.append(c);
                i++;
            }
        }
        pieces.add(new Piece.Words(words.toString()));
        return new Template(pieces);
    }

    /** The columns it names, without the pseudo columns. */
    public Set<String> columns() {
        return pieces.stream()
                .filter(Piece.Cell.class::isInstance)
                .map(piece -> ((Piece.Cell) piece).column())
                .filter(column -> !PSEUDO_COLUMNS.contains(column))
                .collect(Collectors.toSet());
    }

    /** The text for a row, each cell changed first; null when any of its cells is blank. */
    @Nullable
    String fill(Row row, UnaryOperator<String> change) {
        var filled = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Words words) {
                filled.append(words.text());
            } else if (piece instanceof Piece.Cell cell) {
                var text = row.cell(cell.column());
                if (text == null || text.isBlank()) {
                    return null;
                }
                filled.append(change.apply(text.strip()));
            }
        }
        return filled.toString();
    }
}
