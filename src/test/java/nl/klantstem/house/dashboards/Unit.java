package nl.klantstem.house.dashboards;

/** What a panel's numbers are, in Grafana's spelling, and how many decimals say something. */
enum Unit {
    POINTS("none", 1),
    COUNT("none", 0),
    PER_THOUSAND("none", 1),
    SHARE("percentunit", 1),
    SECONDS("s", 0),
    MOMENT("dateTimeFromNow", 0),
    PER_SECOND("cps", 1),
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
