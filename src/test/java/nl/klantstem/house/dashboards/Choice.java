package nl.klantstem.house.dashboards;

/** Selectors of what was chosen above a dashboard. */
final class Choice {

    static final String AUDIENCE = "audience=\"$audience\"";
    static final String JOURNEY = "journey=~\"$journey\"";
    static final String CHANNEL = "channel=~\"$channel\"";
    static final String WINDOW = "window=\"$window\"";

    private Choice() {}

    static String window(String window) {
        return "window=\"" + window + "\"";
    }

    static String label(String name, String value) {
        return name + "=\"" + value + "\"";
    }

    static String oneOf(String name, String... values) {
        return name + "=~\"" + String.join("|", values) + "\"";
    }
}
