package nl.klantstem.app.alerts;

/** When a condition is an alarm, and when the next one: it must have been false for so many steps before it is new. */
final class Bell {

    private final int quiet;
    private boolean wrong;
    private boolean seen;
    private int quietFor;

    Bell(int quiet) {
        this.quiet = quiet;
    }

    /** One that is ringing rings anew: nobody has looked yet. */
    Bell unseen() {
        var bell = new Bell(quiet);
        bell.wrong = wrong;
        bell.quietFor = quietFor;
        return bell;
    }

    /** The next step, with the condition true or false. */
    void step(boolean now) {
        wrong = now;
        quietFor = now ? 0 : quietFor + 1;
        seen &= quietFor < quiet;
    }

    /** The condition at the last step. */
    boolean wrong() {
        return wrong;
    }

    boolean rings() {
        return wrong && !seen;
    }

    /** Somebody has looked. */
    void seen() {
        seen = true;
    }
}
