package nl.klantstem.house.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One panel of a dashboard.
 *
 * @param says the formula, from what it is counted, and below how many it says nothing
 * @param width of 24 columns
 * @param height in rows of 30 pixels
 */
record Panel(Look look, Words title, Words says, Unit unit, int width, int height, List<Query> queries, Aids aids) {

    private static final Words NOTHING = Words.words("nothing to show", "niets te tonen");

    /**
     * What helps to read it and to look further.
     *
     * @param terms what values of labels are called
     * @param links where its title leads to
     * @param nothing what is said when there is nothing
     */
    record Aids(List<Term> terms, List<Link> links, Words nothing) {}

    /** How the numbers are drawn. */
    sealed interface Look {

        /** Large numbers; from where on (in the panel's unit) they ask for attention. */
        record Numbers(List<Threshold> thresholds) implements Look {}

        /** Lines over time, filled between the queries named low and high when there are such. */
        record Lines(Stack stack, Scale scale) implements Look {}

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

    /** A column of a table: a label, or the query with its name as legend; its cells may lead on. */
    record Column(String source, Words title, Unit unit, Optional<Link> link) {

        Column(String source, Words title, Unit unit) {
            this(source, title, unit, Optional.empty());
        }

        Column to(Link further) {
            return new Column(source, title, unit, Optional.of(further));
        }
    }

    /** What a value means. */
    record State(int value, Words name, Colour colour) {}

    /** How far apart values are drawn. */
    enum Scale {
        LINEAR,
        /** Where seconds and hours are in one picture. */
        LOGARITHMIC
    }

    /** Whether lines lie on one another. */
    enum Stack {
        NONE,
        ADDED,
        SHARES
    }

    Panel {
        queries = List.copyOf(queries);
    }

    Panel(Look look, Words title, Words says, Unit unit, int width, int height, List<Query> queries) {
        this(look, title, says, unit, width, height, queries, new Aids(List.of(), List.of(), NOTHING));
    }

    static Panel numbers(Words title, Words says, Unit unit, Query... queries) {
        return new Panel(new Look.Numbers(List.of()), title, says, unit, 4, 4, List.of(queries));
    }

    static Panel lines(Words title, Words says, Unit unit, Query... queries) {
        return new Panel(new Look.Lines(Stack.NONE, Scale.LINEAR), title, says, unit, 12, 8, List.of(queries));
    }

    static Panel bars(Words title, Words says, Unit unit, Query... queries) {
        return new Panel(new Look.Bars(), title, says, unit, 8, 8, List.of(queries));
    }

    static Panel heat(Words title, Words says, Unit unit, Query... queries) {
        return new Panel(new Look.Heat(), title, says, unit, 12, 8, List.of(queries));
    }

    Panel size(int columns, int rows) {
        return new Panel(look, title, says, unit, columns, rows, queries, aids);
    }

    Panel look(Look other) {
        return new Panel(other, title, says, unit, width, height, queries, aids);
    }

    /** Values of labels by their names. */
    Panel named(List<Term> terms) {
        return with(new Aids(terms, aids.links(), aids.nothing()));
    }

    Panel to(Link further) {
        var links = new ArrayList<>(aids.links());
        links.add(further);
        return with(new Aids(aids.terms(), List.copyOf(links), aids.nothing()));
    }

    Panel orElse(Words nothing) {
        return with(new Aids(aids.terms(), aids.links(), nothing));
    }

    private Panel with(Aids others) {
        return new Panel(look, title, says, unit, width, height, queries, others);
    }

    Panel stacked(Stack how) {
        return look(new Look.Lines(how, Scale.LINEAR));
    }

    Panel logarithmic() {
        return look(new Look.Lines(Stack.NONE, Scale.LOGARITHMIC));
    }

    /** Coloured from a value on. */
    Panel from(double value, Colour colour) {
        if (!(look instanceof Look.Numbers numbers)) {
            throw new IllegalStateException("only numbers have thresholds: " + title.en());
        }
        var all = new ArrayList<>(numbers.thresholds());
        all.add(new Threshold(value, colour));
        return look(new Look.Numbers(List.copyOf(all)));
    }
}
