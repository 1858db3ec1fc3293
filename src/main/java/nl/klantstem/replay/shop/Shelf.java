package nl.klantstem.replay.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Orders that a contact may be about: a bounded number, where a new one takes the place of any other. */
final class Shelf {

    private static final int LOOKS = 32;

    private final Dice dice;
    private final int capacity;
    private final List<Order> orders = new ArrayList<>();

    Shelf(Dice dice, int capacity) {
        this.dice = dice;
        this.capacity = capacity;
    }

    void put(Order order) {
        if (orders.size() < capacity) {
            orders.add(order);
        } else {
            orders.set(dice.below(capacity), order);
        }
    }

    /** Takes one of that kind, unless none is seen at a few looks. */
    @Nullable
    Order take(Predicate<Order> wanted) {
        for (int look = 0; look < LOOKS && !orders.isEmpty(); look++) {
            int at = dice.below(orders.size());
            Order order = orders.get(at);
            if (wanted.test(order)) {
                Order last = orders.remove(orders.size() - 1);
                if (at < orders.size()) {
                    orders.set(at, last);
                }
                return order;
            }
        }
        return null;
    }
}
