package nl.klantstem.house.dashboards;

/**
 * What a panel asks Prometheus.
 *
 * @param legend how each series is named; in a table the name of the column
 * @param form what is asked for
 */
record Query(String expr, Words legend, Form form) {

    /** What Prometheus answers with. */
    enum Form {
        /** Series over the time that is looked at. */
        RANGE,
        /** The values of now, a series each. */
        NOW,
        /** The values of now, a row each. */
        TABLE
    }

    static Query range(String expr, Words legend) {
        return new Query(expr, legend, Form.RANGE);
    }

    static Query now(String expr, Words legend) {
        return new Query(expr, legend, Form.NOW);
    }

    static Query column(String expr, Words name) {
        return new Query(expr, name, Form.TABLE);
    }
}
