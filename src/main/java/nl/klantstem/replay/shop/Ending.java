package nl.klantstem.replay.shop;

import java.time.Duration;

/** How a contact ends for the one who made it: how often they come back with it, how soon, and how discontent they are. */
enum Ending {
    HELPED(0.095, Duration.ofHours(40), 0),
    CONTAINED(0.14, Duration.ofHours(9), 0.02),
    LEFT_THE_BOT(0.3, Duration.ofHours(4), 0.05),
    STUCK_IN_THE_BOT(0.5, Duration.ofHours(4), 0.12),
    GAVE_UP(0.45, Duration.ofHours(3), 0.05),
    NEVER_ANSWERED(0.6, Duration.ofHours(20), 0.12),
    TOLD_TO_WAIT(0.55, Duration.ofHours(12), 0.08);

    /** Share of those with this ending who come back. */
    final double comeback;

    /** On average after the end, or after the wait that was imposed. */
    final Duration soon;

    /** Which share of promoters become detractors. */
    final double discontent;

    Ending(double comeback, Duration soon, double discontent) {
        this.comeback = comeback;
        this.soon = soon;
        this.discontent = discontent;
    }
}
