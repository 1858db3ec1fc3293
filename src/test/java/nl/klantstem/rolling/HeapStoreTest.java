package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class HeapStoreTest {

    private final MockProcessorContext<Object, Object> context = new MockProcessorContext<>();

    @Test
    void a_task_that_begins_anew_finds_nothing_of_the_transaction_that_failed() {
        HeapStore<List<String>> store =
                HeapStore.<List<String>>builder("heap", ArrayList::new).build();
        init(store);
        store.value().add("counted in a transaction that failed");

        store.close();
        init(store);

        assertThat(store.value()).isEmpty();
        assertThat(store.isOpen()).isTrue();
    }

    @Test
    void the_table_of_a_commit_hook_opens_again() {
        var store = MarkerStore.named("marker").get();
        init(store);
        store.put(Bytes.wrap(new byte[] {1}), CommitHook.marker());

        store.close();
        assertThat(store.isOpen()).isFalse();
        init(store);

        assertThat(store.isOpen()).isTrue();
        assertThat(store.all().hasNext()).isFalse();
    }

    private void init(StateStore store) {
        store.init(context.getStateStoreContext(), store);
    }
}
