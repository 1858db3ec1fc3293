package nl.klantstem.house.dashboards;

import java.util.List;
import java.util.Set;

/**
 * A dashboard.
 *
 * @param file its name without ending; the uid is this after "klantstem-"
 * @param from how far back it looks at first, such as now-24h
 * @param refresh how often it asks anew
 * @param asks which variables stand above it
 * @param rows panels beside each other, from top to bottom
 */
record Board(String file, Words title, Words says, String from, String refresh, Set<Variable> asks, List<Row> rows) {

    /** What whoever looks can choose. */
    enum Variable {
        JOURNEY,
        CHANNEL,
        AUDIENCE,
        WINDOW
    }

    /** Panels beside each other, under a heading when there is one. */
    record Row(Words heading, List<Panel> panels) {

        static Row row(Panel... panels) {
            return new Row(Words.same(""), List.of(panels));
        }

        static Row row(Words heading, Panel... panels) {
            return new Row(heading, List.of(panels));
        }
    }

    Board {
        asks = Set.copyOf(asks);
        rows = List.copyOf(rows);
    }

    String uid() {
        return "klantstem-" + file;
    }

    List<Panel> panels() {
        return rows.stream().flatMap(row -> row.panels().stream()).toList();
    }
}
