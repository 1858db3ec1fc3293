package nl.klantstem.replay.shop;

import static nl.klantstem.replay.shop.Transcript.HOUR;

import nl.klantstem.contract.in.OrderEvent.PlacedBy;
import nl.klantstem.contract.in.Resolution;
import org.jspecify.annotations.Nullable;

/** Who orders again what was lost: the agent at once, or the customer in the days after. */
final class Reorders {

    private static final double AFTER_CREDIT = 0.35;

    private final Dice dice;
    private final Orders orders;

    /** The order, and the event that tells of it. */
    record Reorder(Order order, Draft placed) {}

    Reorders(Dice dice, Orders orders) {
        this.dice = dice;
        this.orders = orders;
    }

    /** The order that follows from a contact about a lost parcel, if one does. */
    @Nullable
    Reorder after(Visit visit, ContactStory contact) {
        Order lost = visit.issue().order();
        Resolution resolution = contact.resolution();
        if (lost == null || resolution == null || !visit.issue().driver().equals("delivery/lost")) {
            return null;
        }
        return switch (resolution) {
            case REORDERED_BY_AGENT -> placed(lost, contact.endedAt(), PlacedBy.AGENT);
            case REORDERED_BY_CUSTOMER -> placed(lost, contact.endedAt() + later(6), PlacedBy.CUSTOMER);
            case CREDITED, OBLIGATION_WAIVED ->
                dice.chance(AFTER_CREDIT) ? placed(lost, contact.endedAt() + later(40), PlacedBy.CUSTOMER) : null;
            default -> null;
        };
    }

    private long later(int hours) {
        return (long) dice.exponential(hours * HOUR);
    }

    private Reorder placed(Order lost, long at, PlacedBy by) {
        Order again = orders.again(lost, at);
        return new Reorder(again, orders.placedAgain(again, lost, by));
    }
}
