package nl.klantstem.replay.shop;

import java.util.List;
import java.util.function.Predicate;
import nl.klantstem.contract.in.Channel;
import org.jspecify.annotations.Nullable;

/** Draws who comes next, and what for: someone who comes back, or someone new. */
final class Visits {

    private static final double DAY = 24 * 3_600_000.0;
    private static final double PARTNER_SHARE = 0.04;
    private static final double OUTBOUND = 0.03;
    private static final double UNKNOWN_CUSTOMER = 0.04;
    private static final double SAME_CHANNEL = 0.5;
    private static final int PARTNERS = 50_000;
    /** Contacts before buying are about no order. */
    private static final double QUESTION_WITHOUT_ORDER = 0.6;

    private static final Channel[] STAFFED = {Channel.PHONE, Channel.CHAT, Channel.EMAIL, Channel.BOT};
    private static final double[] STAFFED_SHARES = {0.38, 0.32, 0.12, 0.18};

    private final ShopSettings settings;
    private final Dice dice;
    private final Ids ids;
    private final Rhythm rhythm;
    private final Orders orders;
    private final Comebacks comebacks;
    private final Shelf usual;
    private final Shelf late;
    private final Shelf missing;

    Visits(ShopSettings settings, Dice dice, Ids ids, Rhythm rhythm, Orders orders) {
        this.settings = settings;
        this.dice = dice;
        this.ids = ids;
        this.rhythm = rhythm;
        this.orders = orders;
        this.comebacks = new Comebacks(dice);
        this.usual = new Shelf(dice, capacity(10));
        this.late = new Shelf(dice, capacity(3));
        this.missing = new Shelf(dice, capacity(1));
    }

    private int capacity(int days) {
        return (int) Math.max(64, Math.min(200_000, days * settings.contactsPerDay()));
    }

    /** An order was placed that contacts may be about; there are many more of them than contacts. */
    void know(Order order) {
        if (order.missing()) {
            missing.put(order);
        } else if (order.late()) {
            late.put(order);
        } else if (dice.chance(1.5 / settings.ordersPerContact())) {
            usual.put(order);
        }
    }

    Visit next(long now) {
        Comebacks.Comeback back = comebacks.due(now);
        if (back != null) {
            Channel channel =
                    dice.chance(SAME_CHANNEL) && (rhythm.staffed(now) || back.channelBefore() == Channel.EMAIL)
                            ? back.channelBefore()
                            : channel(now, back.issue().ofPartner());
            return visit(now, back.issue(), back.time(), channel, false);
        }
        Issue issue = issue(now);
        boolean outbound = dice.chance(OUTBOUND);
        Channel channel = outbound ? dice.chance(0.6) ? Channel.PHONE : Channel.EMAIL : channel(now, issue.ofPartner());
        return visit(now, issue, 1, channel, outbound);
    }

    /** The contact is over, for now. */
    void ended(Visit visit, ContactStory contact) {
        comebacks.after(visit, contact);
    }

    private Visit visit(long now, Issue issue, int time, Channel channel, boolean outbound) {
        String contactId = ids.next("c");
        boolean known = time > 1 || !dice.chance(UNKNOWN_CUSTOMER);
        return new Visit(
                contactId,
                known ? issue.who() : contactId,
                known ? issue.who() : null,
                issue,
                time,
                channel,
                outbound,
                rhythm.staffed(now),
                issue.ofPartner() ? ServicePartner.IN_HOUSE : ServicePartner.draw(dice),
                now);
    }

    private Issue issue(long now) {
        var storm = rhythm.storm(now);
        if (storm != null && dice.chance(1 - 1 / storm.surge())) {
            boolean status = dice.chance(storm.daysAgo() == 0 ? 0.7 : 0.25);
            var journey = JourneyProfiles.customers(status ? "order-status" : "order-delivery");
            String driver = status ? "delivery/status" : "delivery/late";
            return about(now, journey, driver, order -> storm.regions()
                    .contains(order.parcel().region()));
        }
        if (dice.chance(PARTNER_SHARE)) {
            JourneyProfile journey = journey(now, JourneyProfiles.PARTNERS);
            return new Issue("partner-" + dice.below(PARTNERS), journey, journey.driver(dice), null, instance());
        }
        JourneyProfile journey = journey(now, JourneyProfiles.CUSTOMERS);
        String driver = journey.driver(dice);
        if (driver.equals("product/question") && dice.chance(QUESTION_WITHOUT_ORDER)) {
            return new Issue("customer-" + dice.below(settings.customers()), journey, driver, null, instance());
        }
        return about(now, journey, driver, order -> true);
    }

    /** About an order that is known to suit, else about one from before the shop opened or from a shop beside it. */
    private Issue about(long now, JourneyProfile journey, String driver, Predicate<Order> wanted) {
        Predicate<Order> fitting = order -> order.fits(driver, now) && wanted.test(order);
        Order order =
                switch (driver) {
                    case "delivery/late" -> late.take(fitting);
                    case "delivery/lost" -> missing.take(fitting);
                    default -> usual.take(fitting);
                };
        if (order == null && driver.equals("delivery/status")) {
            order = late.take(fitting);
        }
        if (order == null) {
            order = orders.draw(now - (long) ((0.5 + dice.exponential(4)) * DAY));
        }
        return new Issue(order.customerKey(), journey, driver, order, instance(order, journey));
    }

    /** Somebody follows the most of those whose parcel is lost, and some of the others. */
    private @Nullable String instance(Order order, JourneyProfile journey) {
        boolean one = order.number() % 4 == 0;
        boolean kept = journey.journeyId().equals("lost-in-mail") != one;
        return kept ? ids.of("j", order.number()) + "-" + journey.journeyId() : null;
    }

    private @Nullable String instance() {
        return dice.chance(0.5) ? ids.next("j") : null;
    }

    private JourneyProfile journey(long now, List<JourneyProfile> profiles) {
        double returns = rhythm.season(now).returns();
        double[] shares = profiles.stream()
                .mapToDouble(p -> p.returning() ? p.share() * returns : p.share())
                .toArray();
        return profiles.get(dice.weighted(shares));
    }

    private Channel channel(long now, boolean partner) {
        if (partner) {
            return dice.chance(0.5) ? Channel.EMAIL : dice.chance(0.7) ? Channel.PHONE : Channel.CHAT;
        }
        return rhythm.staffed(now)
                ? STAFFED[dice.weighted(STAFFED_SHARES)]
                : dice.chance(0.7) ? Channel.BOT : Channel.EMAIL;
    }
}
