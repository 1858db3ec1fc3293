package nl.klantstem.replay.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.replay.shop.Draft;
import nl.klantstem.replay.shop.Ids;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.topic.Topic;

/** What the systems of the shop tell, each event at once. */
final class Telling {

    static final String JOURNEY = "lost-in-mail";

    private final Ids ids;
    private final List<Draft> drafts = new ArrayList<>();

    Telling(Ids ids) {
        this.ids = ids;
    }

    /** An event of a customer, to be filled in further. */
    Draft tell(Topic topic, String source, String customerKey, long at) {
        Draft draft = new Draft(topic, customerKey, at)
                .set("eventId", ids.next("e"))
                .set("source", source)
                .set("audience", Audience.CUSTOMER)
                .set("customerKey", customerKey);
        drafts.add(draft);
        return draft;
    }

    /** Everything that happened before that time (epoch milliseconds), in order. */
    List<ShopRecord> before(long end) {
        return drafts.stream()
                .map(Draft::recorded)
                .filter(told -> told.recordedAt() < end)
                .sorted(Comparator.comparingLong(ShopRecord::recordedAt)
                        .thenComparing(told -> told.topic().rank()))
                .toList();
    }
}
