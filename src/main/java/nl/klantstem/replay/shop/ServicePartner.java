package nl.klantstem.replay.shop;

import org.jspecify.annotations.Nullable;

/** Who answers for the shop: how quickly, and how much better or worse the customers find it. */
enum ServicePartner {
    IN_HOUSE(null, 1, -0.01, 1),
    FIRST("service-partner-1", 0.8, -0.03, 0.8),
    SECOND("service-partner-2", 1, 0, 1),
    THIRD("service-partner-3", 1.6, 0.06, 1.5);

    /** Null in house. */
    final @Nullable String id;

    /** How many times as long as usual the wait is. */
    final double wait;

    final double discontent;

    /** How many times as often as usual they come back. */
    final double comeback;

    ServicePartner(@Nullable String id, double wait, double discontent, double comeback) {
        this.id = id;
        this.wait = wait;
        this.discontent = discontent;
        this.comeback = comeback;
    }

    static ServicePartner draw(Dice dice) {
        return dice.chance(0.6) ? IN_HOUSE : dice.oneOf(FIRST, SECOND, THIRD);
    }
}
