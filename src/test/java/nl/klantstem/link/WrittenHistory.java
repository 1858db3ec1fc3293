package nl.klantstem.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.flow.Linked.Fate;
import nl.klantstem.contract.in.SurveyResponse.Status;
import nl.klantstem.contract.out.LinkedResponse;
import nl.klantstem.contract.out.LinkedResponse.Counted;
import nl.klantstem.contract.out.LostInMailSuspect;
import org.jspecify.annotations.Nullable;

/**
 * A history written in some order, while time passes as a task sees it: in jumps, lagging, forgotten after a restart, and
 * never past what is still to be written. Through its bytes and back after every event and every passing of time.
 */
final class WrittenHistory {

    final List<FactChange> changes = new ArrayList<>();
    final List<LinkedResponse> linked = new ArrayList<>();
    final List<LostInMailSuspect> suspects = new ArrayList<>();
    final List<Fate> fates = new ArrayList<>();
    private final Map<String, LinkedResponse> lastLinked = new TreeMap<>();
    private final Chronicle chronicle;
    private final String owner;
    private Timeline timeline = new Timeline();
    private long over = TaskTime.UNKNOWN;

    /** Time stands still until {@link #passTo}. */
    WrittenHistory(Catalogue catalogue, String owner, List<KnownEvent> order) {
        this(catalogue, owner, order, null);
    }

    /** Time passes at random between the events. */
    WrittenHistory(Catalogue catalogue, String owner, List<KnownEvent> order, @Nullable Random clock) {
        this.chronicle = new Chronicle(new Facts(catalogue));
        this.owner = owner;
        for (int i = 0; i < order.size(); i++) {
            if (clock != null) {
                tick(clock, order.subList(i, order.size()));
            }
            write(order.get(i));
        }
        assertThat(fates.stream().filter(Fate.ACCEPTED::equals))
                .as("each event is accepted once")
                .hasSize((int) order.stream()
                        .map(event -> event.getClass() + event.id().eventId())
                        .distinct()
                        .count());
    }

    Timeline timeline() {
        return timeline;
    }

    void write(List<KnownEvent> more) {
        more.forEach(this::write);
    }

    /** All topics are read past a minute: it is over, and everything due by then comes to pass. */
    WrittenHistory passTo(long minute) {
        over = minute;
        if (timeline.nextDue() <= over) {
            Chronicle.Entry passed = chronicle.pass(timeline, owner, over);
            changes.addAll(passed.changes());
            suspects.addAll(passed.suspects());
            throughBytes();
        }
        assertThat(timeline.nextDue()).as("nothing is due any more").isGreaterThan(over);
        return this;
    }

    /**
     * The histories of facts that the changes come to, the earliest first; each change goes on from a history that there
     * is.
     */
    List<List<FactStep>> histories() {
        var histories = new ArrayList<List<FactStep>>();
        for (FactChange change : changes) {
            List<FactStep> before = joined(change.kept(), change.gone());
            assertThat(before.isEmpty() || histories.remove(before))
                    .as("no history " + before)
                    .isTrue();
            List<FactStep> after = joined(change.kept(), change.fresh());
            if (!after.isEmpty()) {
                histories.add(after);
            }
        }
        return inOrder(histories);
    }

    static List<List<FactStep>> inOrder(Collection<List<FactStep>> histories) {
        return histories.stream()
                .sorted(Comparator.comparingLong(
                                (List<FactStep> steps) -> steps.get(0).known())
                        .thenComparing(List::toString))
                .toList();
    }

    private static List<FactStep> joined(List<FactStep> first, List<FactStep> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /** The last that was published of each response that there is in the end. */
    Map<String, LinkedResponse> lastLinked() {
        lastLinked.keySet().retainAll(timeline.answers().keySet());
        return lastLinked;
    }

    private void tick(Random clock, List<KnownEvent> toCome) {
        long latest =
                toCome.stream().mapToLong(event -> event.at().minute()).min().orElseThrow() - 1;
        switch (clock.nextInt(6)) {
            case 0 -> over = TaskTime.UNKNOWN;
            case 1 -> passTo(latest);
            case 2 -> passTo(Math.min(latest, Math.max(over, latest - clock.nextInt(30))));
            case 3 -> passTo(Math.max(over, Math.min(latest, timeline.nextDue() - clock.nextInt(2))));
            default -> {}
        }
    }

    private void write(KnownEvent event) {
        Chronicle.Entry entry = chronicle.write(timeline, owner, event, over);
        fates.add(entry.fate());
        changes.addAll(entry.changes());
        linked.addAll(entry.responses());
        suspects.addAll(entry.suspects());
        entry.responses().forEach(response -> lastLinked.put(response.responseId(), withoutTimes(response)));
        throughBytes();
    }

    private void throughBytes() {
        byte[] bytes = TimelineCodec.encode(timeline);
        timeline = TimelineCodec.decode(bytes);
        assertThat(TimelineCodec.encode(timeline)).isEqualTo(bytes);
    }

    private static LinkedResponse withoutTimes(LinkedResponse r) {
        return new LinkedResponse(
                r.responseId(),
                r.revision(),
                r.status(),
                r.programme(),
                r.audience(),
                r.customer(),
                r.answeredAt(),
                r.nps(),
                r.csat(),
                r.ces(),
                r.journeyId(),
                r.journeySource(),
                r.method(),
                r.confidence(),
                r.unmatchedReason(),
                r.contact(),
                r.late(),
                counted(r),
                Instant.EPOCH,
                "",
                r.schemaVersion());
    }

    /** What is left out, because the response itself says it, is put in. */
    private static List<Counted> counted(LinkedResponse r) {
        if (r.counted() != null) {
            return r.counted();
        }
        boolean counts = r.nps() != null
                && r.programme().feedsNps()
                && (r.status() == Status.COMPLETE || r.status() == Status.PARTIAL);
        return counts
                ? List.of(new Counted(
                        r.asOf().truncatedTo(ChronoUnit.MINUTES),
                        r.programme(),
                        r.audience(),
                        r.journeyId(),
                        r.answeredAt(),
                        r.nps()))
                : List.of();
    }
}
