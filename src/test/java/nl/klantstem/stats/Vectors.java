package nl.klantstem.stats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows of figures that an independent program computed from the same definitions. */
final class Vectors {

    private Vectors() {}

    /** One line of a file, by the names of its columns. */
    record Row(String line, Map<String, String> cells) {

        String text(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }

        int whole(String column) {
            return Integer.parseInt(text(column));
        }

        Nps nps(String detractors, String promoters, String n) {
            int d = whole(detractors);
            int p = whole(promoters);
            return new Nps(p, whole(n) - p - d, d);
        }

        @Override
        public String toString() {
            return line;
        }
    }

    static List<Row> of(String file) {
        var lines = read("/vectors/" + file).lines().toList();
        String[] columns = lines.get(0).split(",", -1);
        var rows = lines.stream().skip(1).map(line -> row(columns, line)).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(file + " has no rows");
        }
        return rows;
    }

    private static Row row(String[] columns, String line) {
        String[] values = line.split(",", -1);
        var cells = new HashMap<String, String>();
        for (int i = 0; i < columns.length; i++) {
            cells.put(columns[i], values[i]);
        }
        return new Row(line, cells);
    }

    private static String read(String path) {
        try (var in = Vectors.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
