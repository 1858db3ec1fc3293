package nl.klantstem.replay.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** The way from a source system to the topic: takes its time, loses order, delivers twice, and garbles a few. */
final class Post {

    private static final double SECOND = 1000;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;
    private static final long FAR_FUTURE = 400L * 24 * 3600 * 1000;

    private final Dice dice;
    private final Ids ids;
    private final Oddities oddities;
    private final PriorityQueue<Letter> underway =
            new PriorityQueue<>(Comparator.comparingLong(Letter::recordedAt).thenComparingLong(Letter::number));
    private long letters;

    private record Letter(ShopRecord content, long number) {
        long recordedAt() {
            return content.recordedAt();
        }
    }

    Post(Dice dice, Ids ids, Oddities oddities) {
        this.dice = dice;
        this.ids = ids;
        this.oddities = oddities;
    }

    void send(Draft draft) {
        send(draft, draft.occurredAt);
    }

    /** The same, but told from then on (epoch milliseconds): what happened before becomes known with what happens now. */
    void send(Draft draft, long from) {
        long sentAt = Math.max(from, draft.occurredAt);
        long recordedAt = sentAt + (long) (dice.chance(oddities.late()) ? late() : usual());
        String key = dice.chance(oddities.foreignKey()) ? "x-" + draft.key : draft.key;
        post(draft, key, draft.bytes(), recordedAt);
        if (dice.chance(oddities.duplicate())) {
            Draft second = dice.chance(oddities.conflict()) ? draft.copy().set("language", "fr") : draft;
            post(second, key, second.bytes(), recordedAt + (long) dice.exponential(HOUR));
        }
        if (dice.chance(oddities.test())) {
            Draft test = draft.copy().set("eventId", ids.next("e")).set("test", true);
            post(test, draft.key, test.bytes(), recordedAt);
        }
        if (dice.chance(oddities.bad())) {
            post(draft, draft.key, garbled(draft.copy().set("eventId", ids.next("e"))), recordedAt);
        }
    }

    /** When the next one arrives; {@link Long#MAX_VALUE} when none is under way. */
    long nextAt() {
        Letter next = underway.peek();
        return next == null ? Long.MAX_VALUE : next.recordedAt();
    }

    @Nullable
    ShopRecord next() {
        Letter next = underway.poll();
        return next == null ? null : next.content();
    }

    private void post(Draft draft, String key, byte[] value, long recordedAt) {
        letters++;
        underway.add(new Letter(new ShopRecord(draft.topic, key.getBytes(UTF_8), value, recordedAt), letters));
    }

    /** Mostly within seconds; a few take minutes, so that the events of a contact lose their order. */
    private double usual() {
        return dice.chance(0.03) ? dice.exponential(MINUTE) : dice.exponential(1.5 * SECOND);
    }

    private double late() {
        return 6 * MINUTE + dice.logNormal(2 * HOUR, 1.2);
    }

    private byte[] garbled(Draft draft) {
        return switch (dice.below(4)) {
            case 0 -> {
                byte[] whole = draft.bytes();
                yield Arrays.copyOf(whole, whole.length / 2);
            }
            case 1 ->
                draft.set("occurredAt", draft.at(draft.occurredAt + FAR_FUTURE).get("occurredAt"))
                        .bytes();
            case 2 -> draft.set(id(draft.topic), null).bytes();
            default ->
                draft.set(draft.topic == Topic.SURVEY_RESPONSES ? "nps" : "audience", 11)
                        .bytes();
        };
    }

    private static String id(Topic topic) {
        return switch (topic) {
            case SURVEY_RESPONSES -> "responseId";
            case SURVEY_INVITATIONS -> "invitationId";
            case CONTACT_EVENTS -> "contactId";
            case ORDER_EVENTS -> "orderId";
            case DELIVERY_EVENTS -> "shipmentId";
            case JOURNEY_STEP_EVENTS -> "journeyInstanceId";
            default -> throw new IllegalArgumentException("the shop sends nothing to " + topic);
        };
    }
}
