package nl.klantstem.app.alerts;

/** Rules as people usually write them, on the answers of the last 24 hours, looked at once an hour. */
enum UsualRule {
    BELOW_28_DAYS("15 points below the last 28 days", Against.LAST_28_DAYS),
    BELOW_28_DAYS_OF_30("15 points below the last 28 days, n >= 30", Against.LAST_28_DAYS),
    Z_TEST("z > 1.96 against the last 28 days, n >= 30", Against.LAST_28_DAYS),
    FALL("10% lower than the day before", Against.DAY_BEFORE);

    /** The hours of the window. */
    static final int WINDOW = 24;

    /** An alarm is over, and the next one new, when it was quiet for so many hours. */
    static final int QUIET = 24;

    /** What is taken as usual, in hours back. */
    enum Against {
        LAST_28_DAYS(28 * 24, 0),
        DAY_BEFORE(2 * WINDOW, WINDOW);

        private final int from;
        private final int to;

        Against(int from, int to) {
            this.from = from;
            this.to = to;
        }

        int from() {
            return from;
        }

        int to() {
            return to;
        }
    }

    private final String title;
    private final Against against;

    UsualRule(String title, Against against) {
        this.title = title;
        this.against = against;
    }

    String title() {
        return title;
    }

    private WindowTest test() {
        return switch (this) {
            case BELOW_28_DAYS -> WindowTest.below(15, 1);
            case BELOW_28_DAYS_OF_30 -> WindowTest.below(15, 30);
            case Z_TEST -> WindowTest.zTest();
            case FALL -> WindowTest.fallenBy(.1);
        };
    }

    /** Whether there is as much history as it looks back. */
    boolean canJudge(HourlyAnswers history) {
        return history.hours() >= against.from();
    }

    /** How many alarms it raises on a history, once there is as much of it as the rule looks back. */
    int alarms(HourlyAnswers history) {
        var test = test();
        var bell = new Bell(QUIET);
        int alarms = 0;
        for (int hour = against.from(); hour <= history.hours(); hour++) {
            var window = history.between(hour - WINDOW, hour);
            var usual =
                    history.between(hour - against.from(), hour - against.to()).score();
            bell.step(window.n() > 0 && usual.isPresent() && test.isWrong(window, usual.getAsDouble()));
            if (bell.rings()) {
                bell.seen();
                alarms++;
            }
        }
        return alarms;
    }
}
