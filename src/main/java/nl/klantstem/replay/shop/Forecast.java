package nl.klantstem.replay.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.HourPlan;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;

/** What planners who know the shop well plan for it, hour by hour: its usual days and its peak, but no storm and no incident. */
public final class Forecast {

    private static final Duration HOUR = Duration.ofHours(1);
    /** How many visits of a kind are looked at to know what they are about. */
    private static final int SAMPLE = 4_000;
    /** More than is to be expected, for an ordinary day has its ups and downs. */
    private static final double SLACK = 1.25;

    private final ShopSettings settings;
    private final Rhythm rhythm;
    private final Visits visits;
    private final Map<Kind, Map<What, Double>> shares = new HashMap<>();

    /** Hours that look alike. */
    private record Kind(boolean staffed, PeakSeason season) {}

    /** What a visit is about, and who handles it. */
    private record What(Audience audience, Channel channel, String driver, String servicePartner) {}

    /** Of this shop. */
    public Forecast(ShopSettings settings) {
        var dice = new Dice(settings.seed() ^ 0x5EED);
        var calm = new Storms(settings.seed(), settings.storms());
        this.settings = settings;
        this.rhythm = new Rhythm(settings, calm);
        this.visits = new Visits(
                settings,
                dice,
                new Ids(settings.seed() + 1),
                rhythm,
                new Orders(settings, dice, new Ids(settings.seed() + 1), calm));
    }

    /** The plans of the whole hours from one instant up to another, recorded at a third. */
    public List<ShopRecord> plans(Instant from, Instant until, Instant recordedAt) {
        var plans = new ArrayList<ShopRecord>();
        for (Instant hour = from.truncatedTo(ChronoUnit.HOURS); hour.isBefore(until); hour = hour.plus(HOUR)) {
            for (Audience audience : Audience.values()) {
                HourPlan plan = plan(audience, hour);
                plans.add(new ShopRecord(
                        Topic.PLAN, plan.key().getBytes(UTF_8), Json.bytes(plan), recordedAt.toEpochMilli()));
            }
        }
        return plans;
    }

    private HourPlan plan(Audience audience, Instant hour) {
        double orders = 0;
        double contacts = 0;
        for (long at = hour.toEpochMilli(); at < hour.plus(HOUR).toEpochMilli(); at += Rhythm.QUARTER) {
            orders += rhythm.ordersPerMilli(at) * Rhythm.QUARTER;
            contacts += rhythm.calmContactsPerMilli(at) * Rhythm.QUARTER;
        }
        var forecast = new TreeMap<Channel, Map<String, Double>>();
        var capacity = new TreeMap<Channel, Map<String, Double>>();
        double all = contacts;
        shares(hour.toEpochMilli()).forEach((what, share) -> {
            if (what.audience() == audience) {
                add(forecast, what.channel(), what.driver(), all * share);
                if (what.channel() != Channel.BOT) {
                    add(capacity, what.channel(), what.servicePartner(), SLACK * all * share);
                }
            }
        });
        boolean buys = audience == Audience.CUSTOMER && settings.ordersPerContact() > 0;
        return new HourPlan(audience, hour, buys ? rounded(orders) : null, rounded(forecast), rounded(capacity));
    }

    private static void add(Map<Channel, Map<String, Double>> to, Channel channel, String name, double contacts) {
        to.computeIfAbsent(channel, none -> new TreeMap<>()).merge(name, contacts, Double::sum);
    }

    private static Map<Channel, Map<String, Double>> rounded(Map<Channel, Map<String, Double>> exact) {
        exact.values().forEach(byName -> byName.replaceAll((name, contacts) -> rounded(contacts)));
        return exact;
    }

    private static double rounded(double exact) {
        return Math.round(exact * 10) / 10.0;
    }

    private Map<What, Double> shares(long at) {
        return shares.computeIfAbsent(new Kind(rhythm.staffed(at), rhythm.season(at)), none -> sample(at));
    }

    private Map<What, Double> sample(long at) {
        var sample = new HashMap<What, Double>();
        for (int i = 0; i < SAMPLE; i++) {
            Visit visit = visits.next(at);
            if (!visit.outbound()) {
                String driver = visit.issue().driver();
                String partner = visit.servicePartner().id;
                sample.merge(
                        new What(
                                visit.issue().journey().audience(),
                                visit.channel(),
                                driver.substring(0, driver.indexOf('/')),
                                partner == null ? ServicePartner.IN_HOUSE.name() : partner),
                        1.0 / SAMPLE,
                        Double::sum);
            }
        }
        return sample;
    }
}
