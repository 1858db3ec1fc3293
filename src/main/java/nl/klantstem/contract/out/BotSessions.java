package nl.klantstem.contract.out;

/** Sessions with the bot, at the time they started, by what came of them; sessions is the sum of all others. */
public record BotSessions(
        long sessions,
        long open,
        long containedAssumed,
        long containedConfirmed,
        long returned,
        long handedOver,
        long abandoned,
        long stuck) {}
