package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

/** Kafka Streams revives a crashed task with the same store objects: they must open again, and begin with nothing. */
class RevivedStoresTest {

    private final StateStoreContext context = new MockProcessorContext<>(new Properties()).getStateStoreContext();

    @Test
    void what_was_on_the_heap_and_not_committed_is_forgotten() {
        HeapStore<List<String>> store =
                HeapStore.<List<String>>builder("heap", ArrayList::new).build();
        store.init(context, store);
        store.value().add("not committed");
        store.close();
        store.init(context, store);

        assertThat(store.value()).isEmpty();
        assertThat(store.isOpen()).isTrue();
    }

    @Test
    void the_store_of_the_commit_hook_opens_again() {
        var store = MarkerStore.supplier("marker").get();
        store.init(context, store);
        store.put(Bytes.wrap(new byte[] {1}), CommitHook.marker());
        store.put(Bytes.wrap(new byte[] {2}), CommitHook.marker());
        assertThat(store.approximateNumEntries()).isEqualTo(1);
        store.close();
        assertThat(store.isOpen()).isFalse();
        store.init(context, store);

        assertThat(store.isOpen()).isTrue();
        assertThat(store.all().hasNext()).isFalse();
    }
}
