package nl.klantstem.replay.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

class LostInMailTest {

    private static final List<ShopRecord> TOLD = LostInMail.records();

    @Test
    void it_is_the_same_year_each_time() {
        List<ShopRecord> again = LostInMail.records();

        assertThat(again).hasSameSizeAs(TOLD);
        for (int i = 0; i < TOLD.size(); i++) {
            assertThat(again.get(i).value()).isEqualTo(TOLD.get(i).value());
            assertThat(again.get(i).recordedAt()).isEqualTo(TOLD.get(i).recordedAt());
        }
    }

    @Test
    void it_is_told_in_order_and_within_its_year() {
        assertThat(TOLD).extracting(ShopRecord::recordedAt).isSorted();
        assertThat(TOLD)
                .allMatch(told -> told.recordedAt() < LostInMail.AFTER.toEpochMilli())
                .allMatch(told -> told.recordedAt() > LostInMail.BEGINS.toEpochMilli() - 14 * Moment.DAY);
    }

    @Test
    void no_wait_is_imposed_any_more_once_the_measures_are_there() {
        assertThat(TOLD)
                .filteredOn(told -> told.topic() == Topic.CONTACT_EVENTS
                        && new String(told.value(), UTF_8).contains("WAIT_IMPOSED"))
                .hasSizeGreaterThan(200)
                .allMatch(told -> told.recordedAt() < LostInMail.MEASURES.toEpochMilli() + 2 * Moment.HOUR);
    }
}
