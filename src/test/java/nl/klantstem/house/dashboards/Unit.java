package nl.klantstem.house.dashboards;

/** What a panel's numbers are, in Grafana's spelling, and how many decimals say something. */
enum Unit {
    POINTS("none", 1),
    COUNT("locale", 0),
    PER_THOUSAND("none", 1),
    SHARE("percentunit", 1),
    /** A share that is read from afar. */
    PERCENT("percentunit", 0),
    SECONDS("s", 1),
    MOMENT("dateTimeFromNow", 0),
    PER_SECOND("locale", 1),
    BYTES("bytes", 1),
    STATE("none", 0);

    private final String grafana;
    private final int decimals;

    Unit(String grafana, int decimals) {
        this.grafana = grafana;
        this.decimals = decimals;
    }

    String grafana() {
        return grafana;
    }

    int decimals() {
        return decimals;
    }
}
