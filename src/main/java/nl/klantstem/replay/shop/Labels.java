package nl.klantstem.replay.shop;

/** The labels that events carry as objects. */
public final class Labels {

    private Labels() {}

    /** A driver and who says so. */
    public record Driver(String code, String source) {}

    /** What the model takes it for; confidence 0..1. */
    record Intent(String code, double confidence, String modelVersion) {}

    public static Driver byAgent(String driver) {
        return new Driver(driver, "AGENT");
    }

    static Driver byRule(String driver) {
        return new Driver(driver, "RULE");
    }
}
