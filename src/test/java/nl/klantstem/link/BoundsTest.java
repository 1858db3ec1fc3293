package nl.klantstem.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import nl.klantstem.contract.flow.Retention;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.link.KnownEvent.Identity;
import nl.klantstem.link.KnownEvent.Invited;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

class BoundsTest {

    private static final int INVITATIONS = Topic.SURVEY_INVITATIONS.rank();
    private static final long TEN_DAYS = Duration.ofDays(10).toMinutes();

    private final Bounds bounds = new Bounds(Keeping.of(new Retention(Duration.ofDays(10), Duration.ofDays(5))));
    private final Timeline timeline = new Timeline();

    @Test
    void one_event_more_than_are_kept_is_refused_and_a_known_one_is_not() {
        fill(Bounds.MOST_EVENTS - 1, INVITATIONS);
        KnownEvent last = event("last", 1, INVITATIONS);
        assertThat(bounds.refuse(timeline, last)).isFalse();

        timeline.add(last);

        assertThat(bounds.refuse(timeline, event("one more", 1, INVITATIONS))).isTrue();
        assertThat(bounds.refuse(timeline, last))
                .as("a duplicate stays a duplicate")
                .isFalse();
    }

    @Test
    void what_came_through_another_topic_takes_no_room() {
        fill(Bounds.MOST_EVENTS, INVITATIONS);

        assertThat(bounds.refuse(timeline, event("rekeyed", 1, Topic.REKEYED.rank())))
                .isFalse();
    }

    @Test
    void what_may_be_forgotten_takes_no_room_whether_it_was_or_not() {
        fill(Bounds.MOST_EVENTS, INVITATIONS);

        assertThat(bounds.refuse(timeline, event("before", TEN_DAYS - 1, INVITATIONS)))
                .isTrue();
        assertThat(bounds.refuse(timeline, event("after", TEN_DAYS, INVITATIONS)))
                .isFalse();
    }

    @Test
    void a_timeline_that_is_too_large_takes_no_event_however_few_it_has() {
        timeline.storedBytes(Bounds.MOST_BYTES);
        assertThat(bounds.refuse(timeline, event("fits", 0, INVITATIONS))).isFalse();

        timeline.storedBytes(Bounds.MOST_BYTES + 1);
        assertThat(bounds.refuse(timeline, event("does not", 0, INVITATIONS))).isTrue();
    }

    @Test
    void a_timeline_knows_how_large_it_is_stored() {
        fill(3, INVITATIONS);
        byte[] stored = TimelineCodec.encode(timeline);

        assertThat(TimelineCodec.decode(stored).storedBytes()).isEqualTo(stored.length);
    }

    private void fill(int events, int topic) {
        List<KnownEvent> all = IntStream.range(0, events)
                .mapToObj(i -> event("e" + i, 0, topic))
                .toList();
        all.forEach(timeline::add);
    }

    private static KnownEvent event(String id, long minute, int topic) {
        return new Invited(
                new Identity("t", id, 0),
                GivenEvents.known(minute, topic, 0),
                GivenEvents.at(minute),
                "i-" + id,
                Programme.TRANSACTIONAL,
                Audience.CUSTOMER,
                SurveyInvitation.Status.SENT,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
