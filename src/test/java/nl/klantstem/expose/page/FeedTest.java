package nl.klantstem.expose.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import nl.klantstem.topic.Json;
import org.junit.jupiter.api.Test;

class FeedTest {

    private final GivenBoard given = PeakWeekend.on(new GivenBoard());
    private final Feed feed = new Feed(Language.EN, "run");

    @Test
    void what_did_not_change_is_no_event() {
        var first = show();
        var second = show();

        assertThat(second.event()).isEqualTo(first.event());
        assertThat(feed.since(feed.number(first.event()))).isNull();
    }

    @Test
    void one_that_has_the_event_before_gets_only_what_changed() throws Exception {
        var first = show();
        given.nps(GivenBoard.of("return"), "PT24H", 100, 10, 90);
        show();

        var event = feed.since(feed.number(first.event()));

        var lists = data(event).path("lists");
        assertThat(lists.fieldNames()).toIterable().containsExactly("journeys");
        assertThat(lists.path("journeys").path("parts").fieldNames())
                .toIterable()
                .containsExactly("CUSTOMER/return");
        assertThat(lists.path("journeys").has("order")).isFalse();
        assertThat(lists.path("journeys").path("parts").path("CUSTOMER/return").asText())
                .contains("+5.0");
    }

    @Test
    void one_that_missed_some_or_is_of_another_run_gets_all() throws Exception {
        var first = show();
        given.nps(GivenBoard.of("return"), "PT24H", 100, 10, 90);
        show();
        given.nps(GivenBoard.of("return"), "PT24H", 110, 10, 90);
        show();

        for (var had : new String[] {first.event(), "other-3", "nonsense", "run-x"}) {
            var lists = data(feed.since(feed.number(had))).path("lists");
            assertThat(lists.path("tiles").path("order")).as(had).hasSize(6);
            assertThat(lists.path("journeys").path("parts")).as(had).hasSize(9);
        }
    }

    @Test
    void an_event_is_written_once_for_all() {
        var first = show();
        given.nps(GivenBoard.of("return"), "PT24H", 100, 10, 90);
        show();
        long had = feed.number(first.event());

        assertThat(feed.since(had).bytes()).isSameAs(feed.since(had).bytes());
        assertThat(feed.since(-1).bytes()).isSameAs(feed.since(-1).bytes());
    }

    private Feed.Page show() {
        return feed.show(new Now.Snapshot(given.board(), GivenBoard.EVENING.plusSeconds(4)));
    }

    private static JsonNode data(Feed.Event event) throws Exception {
        var text = new String(event.bytes(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("id: run-").endsWith("\n\n");
        var line = text.lines()
                .filter(each -> each.startsWith("data: "))
                .findFirst()
                .orElseThrow();
        return Json.MAPPER.readTree(line.substring("data: ".length()));
    }
}
