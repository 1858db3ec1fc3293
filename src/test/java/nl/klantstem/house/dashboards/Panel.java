package nl.klantstem.house.dashboards;

import java.util.List;

/**
 * One panel of a dashboard.
 *
 * @param says the formula, from what it is counted, and below how many it says nothing
 * @param width of 24 columns
 * @param height in rows of 30 pixels
 */
record Panel(Look look, Words title, Words says, Unit unit, int width, int height, List<Query> queries) {

    /** How the numbers are drawn. */
    sealed interface Look {

        /** Large numbers; from where on (in the panel's unit) they ask for attention. */
        record Numbers(List<Threshold> thresholds) implements Look {}

        /** Lines over time, filled between the queries named low and high when there are such. */
        record Lines(Stack stack) implements Look {}

        /** A bar each, the longest first. */
        record Bars() implements Look {}

        /** A row for each value of the labels; columns are the queries. */
        record Table(List<Column> columns, Words sortedBy) implements Look {}

        /** Which state each series was in. */
        record States(List<State> states) implements Look {}

        /** A histogram over time. */
        record Heat() implements Look {}
    }

    /** From a value on, a colour. */
    record Threshold(double from, Colour colour) {}

    /** A column of a table: a label, or the query with its name as legend. */
    record Column(String source, Words title, Unit unit) {}

    /** What a value means. */
    record State(int value, Words name, Colour colour) {}

    /** Whether lines lie on one another. */
    enum Stack {
        NONE,
        ADDED,
        SHARES
    }

    Panel {
        queries = List.copyOf(queries);
    }

    static Panel numbers(Words title, Words says, Unit unit, Query... queries) {
        return new Panel(new Look.Numbers(List.of()), title, says, unit, 4, 4, List.of(queries));
    }

    static Panel lines(Words title, Words says, Unit unit, Query... queries) {
        return new Panel(new Look.Lines(Stack.NONE), title, says, unit, 12, 8, List.of(queries));
    }

    static Panel bars(Words title, Words says, Unit unit, Query... queries) {
        return new Panel(new Look.Bars(), title, says, unit, 8, 8, List.of(queries));
    }

    static Panel heat(Words title, Words says, Unit unit, Query... queries) {
        return new Panel(new Look.Heat(), title, says, unit, 12, 8, List.of(queries));
    }

    Panel size(int columns, int rows) {
        return new Panel(look, title, says, unit, columns, rows, queries);
    }

    Panel look(Look other) {
        return new Panel(other, title, says, unit, width, height, queries);
    }

    Panel stacked(Stack how) {
        return look(new Look.Lines(how));
    }

    /** Coloured from a value on. */
    Panel from(double value, Colour colour) {
        if (!(look instanceof Look.Numbers numbers)) {
            throw new IllegalStateException("only numbers have thresholds: " + title.en());
        }
        var all = new java.util.ArrayList<>(numbers.thresholds());
        all.add(new Threshold(value, colour));
        return look(new Look.Numbers(List.copyOf(all)));
    }
}
