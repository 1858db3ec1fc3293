package nl.klantstem.replay.story;

import static nl.klantstem.replay.story.Moment.DAY;
import static nl.klantstem.replay.story.Moment.HOUR;
import static nl.klantstem.replay.story.Moment.MINUTE;

import java.util.ArrayList;
import java.util.List;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.OrderEvent.PlacedBy;
import nl.klantstem.contract.in.Resolution;
import nl.klantstem.replay.shop.Dice;
import nl.klantstem.replay.shop.Ids;
import nl.klantstem.replay.story.Trouble.Call;
import nl.klantstem.replay.story.Trouble.Occasion;
import nl.klantstem.replay.story.Trouble.Parcel;
import nl.klantstem.replay.story.Trouble.Reorder;
import org.jspecify.annotations.Nullable;

/** How a customer is helped who misses a parcel: as it was, and as it became with the measures of May. */
final class Help {

    /** The wait that was imposed. */
    private static final long WAIT = 4 * DAY;

    private final Dice dice;
    private final Ids ids;
    private final Parcel parcel;
    private final @Nullable Occasion occasion;
    private final List<Call> calls = new ArrayList<>();
    private long arrivesAt;
    private long sentBackAt;
    private long settledAt;
    private @Nullable Reorder reorder;
    private double ordersAgain = 0.5;

    Help(Dice dice, Ids ids, Parcel parcel, @Nullable Occasion occasion) {
        this.dice = dice;
        this.ids = ids;
        this.parcel = parcel;
        this.occasion = occasion;
    }

    /** The customer never makes contact. */
    void none() {
        ordersAgain = 0.3;
    }

    /** Many are told to wait for four days and to make contact again then; agents cannot order for the customer. */
    void asItWas(long reportedAt) {
        if (!dice.chance(0.62)) {
            credit(call("3", reportedAt, credited()));
            return;
        }
        Call first = call("3", reportedAt, null);
        long until = first.waitUntil();
        if (dice.chance(0.12)) {
            arrivesAt = Troubles.turnsUp(dice, first.endsAt(), until);
            settledAt = arrivesAt;
            ordersAgain = 0.7;
        } else if (dice.chance(0.88)) {
            long again = Moment.staffed(dice, Moment.after(dice, until, 8 * HOUR));
            credit(call("3", again, credited()));
        } else {
            credit(outbound(Moment.staffed(dice, Moment.after(dice, until, 2 * DAY))));
        }
    }

    /** Agents order for the customer, look for the parcel with customer and carrier, and do what the occasion asks for. */
    void asItBecame(long reportedAt) {
        if (occasion != null && dice.chance(0.9)) {
            orderedByAgent(call("3", reportedAt, dice.chance(0.6) ? Resolution.RUSH_ORDER : Resolution.COURIER));
        } else if (dice.chance(0.3)) {
            Call found = call("3", reportedAt, Resolution.PARCEL_FOUND);
            arrivesAt = Troubles.turnsUp(dice, found.endsAt(), found.endsAt() + 2 * DAY);
            settledAt = arrivesAt;
            ordersAgain = 0.8;
        } else if (dice.chance(0.8)) {
            orderedByAgent(call("3", reportedAt, Resolution.REORDERED_BY_AGENT));
        } else {
            credit(call("3", reportedAt, credited()));
        }
        if (dice.chance(0.06)) {
            question(Moment.staffed(dice, Moment.after(dice, settledAt, DAY)));
        }
    }

    Trouble told(String customerKey, String instanceId, long noticedAt, long checkedAt, long searchedAt) {
        long lostAt = arrivesAt == 0 && dice.chance(0.6)
                ? Moment.between(dice, parcel.promisedTo() + 10 * DAY, parcel.promisedTo() + 14 * DAY)
                : 0;
        var whole = new Parcel(
                parcel.orderId(),
                parcel.shipmentId(),
                parcel.carrier(),
                parcel.region(),
                parcel.orderedAt(),
                parcel.promisedTo(),
                arrivesAt,
                sentBackAt,
                lostAt);
        long nextOrderAt =
                dice.chance(ordersAgain) ? Moment.between(dice, noticedAt + 10 * DAY, noticedAt + 55 * DAY) : 0;
        return new Trouble(
                customerKey,
                instanceId,
                whole,
                noticedAt,
                checkedAt,
                searchedAt,
                calls,
                reorder,
                nextOrderAt,
                settledAt);
    }

    /** The money is back: some order it again themselves, and now and then the parcel turns up all the same. */
    private void credit(Call last) {
        settledAt = last.endsAt();
        if (dice.chance(0.4)) {
            reorder = new Reorder(ids.next("o"), Moment.after(dice, settledAt, 30 * HOUR), PlacedBy.CUSTOMER);
        }
        if (dice.chance(0.04)) {
            arrivesAt = Troubles.turnsUp(dice, settledAt + DAY, settledAt + 8 * DAY);
            sentBackAt = dice.chance(0.6) ? Moment.after(dice, arrivesAt, DAY) : 0;
        }
    }

    private void orderedByAgent(Call call) {
        settledAt = call.endsAt();
        reorder = new Reorder(ids.next("o"), settledAt - MINUTE, PlacedBy.AGENT);
        ordersAgain = 0.8;
    }

    private Resolution credited() {
        return dice.chance(0.7) ? Resolution.CREDITED : Resolution.OBLIGATION_WAIVED;
    }

    /** Without a resolution the customer is told to wait. */
    private Call call(String stepId, long openedAt, @Nullable Resolution resolution) {
        long endsAt = openedAt + Math.round(dice.logNormal(7 * 60, 0.5)) * Moment.SECOND;
        return add(stepId, false, openedAt, endsAt, resolution == null ? endsAt + WAIT : 0, resolution);
    }

    /** The shop tells that the money is back. */
    private Call outbound(long openedAt) {
        return add("4", true, openedAt, openedAt + 3 * MINUTE, 0, credited());
    }

    /** One more, when all is settled. */
    private void question(long openedAt) {
        add(reorder == null ? "3" : "4", false, openedAt, openedAt + 4 * MINUTE, 0, null);
    }

    private Call add(
            String stepId,
            boolean outbound,
            long openedAt,
            long endsAt,
            long waitUntil,
            @Nullable Resolution resolution) {
        Channel channel = outbound || dice.chance(0.3) ? Channel.EMAIL : Channel.PHONE;
        var call =
                new Call(ids.next("k"), stepId, channel, outbound, openedAt, endsAt, waitUntil, resolution, occasion);
        calls.add(call);
        return call;
    }
}
