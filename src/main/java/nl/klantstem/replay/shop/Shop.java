package nl.klantstem.replay.shop;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nl.klantstem.contract.in.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A simulated web shop: the records of its contacts and surveys in the order in which they are recorded. Pure: the same
 * settings give the same bytes, on every machine and at every speed.
 */
public final class Shop implements Iterator<ShopRecord> {

    private static final double PARTNER_SHARE = 0.04;
    private static final double RELATIONAL_PER_CONTACT = 0.02;
    private static final int RECENT = 512;
    private static final Channel[] STAFFED = {Channel.PHONE, Channel.CHAT, Channel.EMAIL, Channel.BOT};
    private static final double[] STAFFED_SHARES = {0.38, 0.32, 0.12, 0.18};

    private final ShopSettings settings;
    private final long until;
    private final Dice dice;
    private final Ids ids;
    private final Rhythm rhythm;
    private final Post post;
    private final SurveyStory surveys;
    private final String[] recentCustomers = new String[RECENT];
    private long visits;
    private double clock;
    private long opensAt;

    public Shop(ShopSettings settings) {
        this.settings = settings;
        this.until = settings.until().equals(Instant.MAX)
                ? Long.MAX_VALUE
                : settings.until().toEpochMilli();
        this.dice = new Dice(settings.seed());
        this.ids = new Ids(settings.seed());
        this.rhythm = new Rhythm(settings);
        this.post = new Post(dice, ids, settings.oddities());
        this.surveys = new SurveyStory(dice, ids, settings.oddities());
        this.opensAt = settings.from().toEpochMilli();
        this.clock = opensAt;
        awaitNextVisit();
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
        while (opensAt <= post.nextAt() && opensAt < until) {
            visit();
            awaitNextVisit();
        }
        return post.nextAt();
    }

    private void visit() {
        Visit visit = draw();
        var contact = new ContactStory(visit, dice, ids);
        List<Draft> events = contact.tell(settings.oddities().corrected());
        events.forEach(post::send);
        if (!visit.outbound()) {
            surveys.about(visit, contact).forEach(post::send);
        }
        if (dice.chance(RELATIONAL_PER_CONTACT)) {
            surveys.relational(customer(), opensAt).forEach(post::send);
        }
        visits++;
    }

    private Visit draw() {
        boolean partner = dice.chance(PARTNER_SHARE);
        JourneyProfile journey = journey(partner ? JourneyProfiles.PARTNERS : JourneyProfiles.CUSTOMERS);
        String contactId = ids.next("c");
        String customer = partner ? "partner-" + dice.below(50_000) : returningOrNew();
        String known = dice.chance(0.04) ? null : customer;
        boolean staffed = rhythm.staffed(opensAt);
        return new Visit(
                contactId,
                known == null ? contactId : known,
                known,
                partner ? customer : null,
                journey,
                journey.driver(dice),
                channel(staffed, partner),
                dice.chance(0.03),
                staffed,
                dice.chance(0.4) ? "service-partner-" + (1 + dice.below(3)) : null,
                "o" + dice.below(100_000_000),
                opensAt);
    }

    private JourneyProfile journey(List<JourneyProfile> profiles) {
        double returns = rhythm.season(opensAt).returns();
        double[] shares = profiles.stream()
                .mapToDouble(p -> p.returning() ? p.share() * returns : p.share())
                .toArray();
        return profiles.get(dice.weighted(shares));
    }

    private Channel channel(boolean staffed, boolean partner) {
        if (partner) {
            return dice.chance(0.6) ? Channel.EMAIL : Channel.PHONE;
        }
        return staffed ? STAFFED[dice.weighted(STAFFED_SHARES)] : dice.chance(0.7) ? Channel.BOT : Channel.EMAIL;
    }

    /** One in ten is someone who was here just before: contacts repeat. */
    private String returningOrNew() {
        @Nullable String recent = recentCustomers[dice.below(RECENT)];
        String customer = recent != null && dice.chance(0.1) ? recent : customer();
        recentCustomers[(int) (visits % RECENT)] = customer;
        return customer;
    }

    private String customer() {
        return "customer-" + dice.below(settings.customers());
    }

    /** A Poisson process whose rate is constant within a quarter of an hour: past its end, chance starts anew. */
    private void awaitNextVisit() {
        while (opensAt < until) {
            long end = (Math.floorDiv(opensAt, Rhythm.QUARTER) + 1) * Rhythm.QUARTER;
            clock += dice.exponential(1 / rhythm.perMilli(opensAt));
            if (clock < end) {
                opensAt = (long) clock;
                return;
            }
            clock = end;
            opensAt = end;
        }
    }
}
