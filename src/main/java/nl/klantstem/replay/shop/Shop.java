package nl.klantstem.replay.shop;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A simulated web shop: the records of its contacts, journeys and surveys, and of its orders and deliveries when they are
 * asked for, in the order in which they are recorded. Pure: the same settings give the same bytes, on every machine and at every speed.
 */
public final class Shop implements Iterator<ShopRecord> {

    private static final double RELATIONAL_PER_CONTACT = 0.02;
    private static final double MYSTERY_SHOPPERS_PER_CONTACT = 0.002;

    private final ShopSettings settings;
    private final long until;
    private final Dice dice;
    private final Ids ids;
    private final Post post;
    private final Orders orders;
    private final Deliveries deliveries;
    private final Visits visits;
    private final Dice fate;
    private final WayStory ways;
    private final Reorders reorders;
    private final SurveyStory surveys;
    private final Arrivals contactsOpen;
    private final Arrivals ordersPlaced;

    public Shop(ShopSettings settings) {
        this.settings = settings;
        this.until = settings.until().equals(Instant.MAX)
                ? Long.MAX_VALUE
                : settings.until().toEpochMilli();
        this.dice = new Dice(settings.seed());
        this.ids = new Ids(settings.seed());
        var storms = new Storms(settings.seed(), settings.storms());
        var rhythm = new Rhythm(settings, storms);
        this.post = new Post(dice, ids, settings.oddities());
        this.orders = new Orders(settings, dice, ids, storms);
        this.deliveries = new Deliveries(dice, ids);
        this.visits = new Visits(settings, dice, ids, rhythm, orders);
        // With dice of their own they leave the rest of the shop as it is without them.
        this.fate = new Dice(~settings.seed());
        this.ways = new WayStory(fate, ids);
        this.reorders = new Reorders(fate, new Orders(settings, fate, ids, storms));
        this.surveys = new SurveyStory(dice, ids, new InvitationStory(fate, ids), ways, settings);
        long from = settings.from().toEpochMilli();
        this.contactsOpen = new Arrivals(dice, rhythm::contactsPerMilli, from, until);
        this.ordersPlaced = settings.ordersPerContact() > 0
                ? new Arrivals(dice, rhythm::ordersPerMilli, from, until)
                : Arrivals.never(dice);
    }

    @Override
    public boolean hasNext() {
        return nextAt() < until;
    }

    @Override
    public ShopRecord next() {
        boolean open = hasNext();
        ShopRecord next = post.next();
        if (!open || next == null) {
            throw new NoSuchElementException("the shop is closed");
        }
        return next;
    }

    /** When the next record is recorded (epoch milliseconds), without taking it. */
    public long nextAt() {
        while (true) {
            long happens = Math.min(contactsOpen.next(), Math.min(ordersPlaced.next(), deliveries.nextAt()));
            if (happens >= until || happens > post.nextAt()) {
                return post.nextAt();
            }
            if (happens == deliveries.nextAt()) {
                post.send(deliveries.next());
            } else if (happens == ordersPlaced.next()) {
                order(happens);
            } else {
                contact(happens);
            }
        }
    }

    private void order(long placedAt) {
        Order order = orders.draw(placedAt);
        post.send(orders.placed(order));
        deliveries.send(order);
        visits.know(order);
        ordersPlaced.await();
    }

    private void contact(long openedAt) {
        Visit visit = visits.next(openedAt);
        var contact = new ContactStory(visit, dice, ids);
        List<Draft> events = contact.tell(settings.oddities().corrected());
        ways.before(visit).forEach(step -> post.send(step, openedAt));
        events.forEach(post::send);
        ways.after(visit, contact).forEach(post::send);
        visits.ended(visit, contact);
        Reorders.Reorder reorder = settings.ordersPerContact() > 0 ? reorders.after(visit, contact) : null;
        if (reorder != null) {
            post.send(reorder.placed());
            deliveries.send(reorder.order());
        }
        if (!visit.outbound()) {
            surveys.about(visit, contact).forEach(post::send);
        }
        if (dice.chance(RELATIONAL_PER_CONTACT)) {
            surveys.relational("customer-" + dice.below(settings.customers()), openedAt)
                    .forEach(post::send);
        }
        if (fate.chance(MYSTERY_SHOPPERS_PER_CONTACT)) {
            post.send(surveys.mysteryShopper(openedAt));
        }
        contactsOpen.await();
    }
}
