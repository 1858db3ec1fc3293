package nl.klantstem.house.canary.app;

/** Only the app knows all, and nobody may know the app. */
public final class TheApp {

    private TheApp() {}

    public static long now() {
        return System.currentTimeMillis();
    }
}
