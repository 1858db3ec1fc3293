package nl.klantstem.expose.board;

import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.out.BotSessions;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactOutcomes;
import nl.klantstem.contract.out.ContactRate;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.Reliability;
import nl.klantstem.contract.out.ServiceLevel;
import nl.klantstem.expose.board.Figure.Doubt;
import nl.klantstem.expose.board.Figure.Unit;
import org.jspecify.annotations.Nullable;

/** Figures out of records: each with what it was computed from. A record that is missing gives a figure that says so. */
final class Figures {

    private Figures() {}

    static Figure nps(@Nullable Told<InsightKey, JourneyNps> told) {
        if (told == null) {
            return Figure.notTold(Unit.NPS_POINTS);
        }
        var of = told.value();
        var parts = new TreeMap<String, Long>();
        put(parts, "promoters", of.promoters());
        put(parts, "passives", of.passives());
        put(parts, "detractors", of.detractors());
        boolean suppressed = of.reliability() == Reliability.SUPPRESSED;
        return new Figure(
                Unit.NPS_POINTS,
                suppressed ? null : of.nps(),
                suppressed ? null : of.interval(),
                of.n(),
                doubt(of),
                parts,
                Origin.of(told, of.window(), of.asOf()));
    }

    /** Of nobody nothing was hidden. */
    private static Doubt doubt(JourneyNps of) {
        if (of.n() == 0) {
            return Doubt.NOTHING_COUNTED;
        }
        return switch (of.reliability()) {
            case OK -> Doubt.OK;
            case LOW_N -> Doubt.LOW_N;
            case SUPPRESSED -> Doubt.SUPPRESSED;
        };
    }

    static Figure rate(@Nullable Told<InsightKey, ContactDrivers> told) {
        if (told == null) {
            return Figure.notTold(Unit.PER_1000_ORDERS);
        }
        var of = told.value();
        @Nullable ContactRate rate = of.flow();
        long orders = of.orders() == null ? 0 : of.orders();
        return Figure.of(
                Unit.PER_1000_ORDERS,
                rate == null ? null : rate.grossPer1000(),
                orders,
                Map.of("contacts", of.contacts(), "orders", orders),
                Origin.of(told, of.window(), of.asOf()));
    }

    static Figure contacts(@Nullable Told<InsightKey, ContactDrivers> told) {
        if (told == null) {
            return Figure.notTold(Unit.CONTACTS);
        }
        var of = told.value();
        var parts = Map.of("contacts", of.contacts(), "avoidable", of.avoidable(), "repeat", of.repeat());
        return count(of.contacts(), of.contacts(), parts, Origin.of(told, of.window(), of.asOf()));
    }

    static Figure serviceLevel(@Nullable Told<InsightKey, ContactOutcomes> told) {
        if (told == null) {
            return Figure.notTold(Unit.RATIO);
        }
        var of = told.value();
        @Nullable ServiceLevel level = of.serviceLevel();
        var origin = Origin.of(told, of.window(), of.asOf());
        return level == null
                ? Figure.of(Unit.RATIO, null, 0, Map.of(), origin)
                : Figure.of(
                        Unit.RATIO,
                        level.ratio(),
                        level.due(),
                        Map.of("inTime", level.inTime(), "due", level.due()),
                        origin);
    }

    static Figure containment(@Nullable Told<InsightKey, ContactOutcomes> told) {
        if (told == null) {
            return Figure.notTold(Unit.RATIO);
        }
        var of = told.value();
        @Nullable BotSessions bot = of.bot();
        var origin = Origin.of(told, of.window(), of.asOf());
        long ended = bot == null ? 0 : bot.sessions() - bot.open();
        if (bot == null || ended == 0) {
            return Figure.of(Unit.RATIO, null, 0, Map.of(), origin);
        }
        long contained = bot.containedAssumed() + bot.containedConfirmed();
        return Figure.of(
                Unit.RATIO,
                (double) contained / ended,
                ended,
                Map.of(
                        "ended", ended,
                        "containedAssumed", bot.containedAssumed(),
                        "containedConfirmed", bot.containedConfirmed(),
                        "handedOver", bot.handedOver()),
                origin);
    }

    static Figure open(@Nullable Told<InsightKey, ContactOutcomes> told) {
        if (told == null) {
            return Figure.notTold(Unit.CONTACTS);
        }
        var of = told.value();
        var parts = Map.of("open", of.open(), "waiting", of.waiting(), "contacts", of.contacts());
        return count(of.open(), of.contacts(), parts, Origin.of(told, of.window(), of.asOf()));
    }

    /** A count of few is no less sure than one of many. */
    private static Figure count(long value, long n, Map<String, Long> parts, Origin origin) {
        return new Figure(Unit.CONTACTS, (double) value, null, n, Doubt.OK, new TreeMap<>(parts), origin);
    }

    private static void put(Map<String, Long> parts, String name, @Nullable Long count) {
        if (count != null) {
            parts.put(name, count);
        }
    }
}
