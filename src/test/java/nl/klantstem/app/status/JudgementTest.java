package nl.klantstem.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.InsightProgress.Kind;
import nl.klantstem.contract.out.InsightProgress.Records;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The verdict, its cause and the next command, from what was seen. */
class JudgementTest {

    private static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");
    private static final Instant FRESH = NOW.minusSeconds(40);
    private static final List<String> SOURCES = List.of("survey-responses", "contact-events");

    private Observed.@Nullable GroupSeen members = group("Stable", 2);
    private Observed.@Nullable TopicsSeen topics = new Observed.TopicsSeen(List.of(), List.of(), 0);
    private List<InsightProgress> last = all(FRESH, FRESH);
    private @Nullable Boolean moves;
    private SortedMap<String, SortedMap<String, Long>> refused = new TreeMap<>();
    private List<String> notRead = List.of();

    @Test
    void when_results_are_out_up_to_now_all_is_well() {
        assertThat(judged()).singleElement().satisfies(finding -> assertThat(finding.verdict())
                .isEqualTo(Verdict.OK));
    }

    @Test
    void without_members_nothing_works_and_that_results_are_late_is_no_news() {
        members = group("Empty", 0);
        last = all(NOW.minusSeconds(7200), NOW.minusSeconds(7200));

        assertThat(judged()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.DOWN);
            assertThat(finding.what()).contains("no pipeline runs");
            assertThat(finding.next()).contains("klantstem pipeline");
        });
    }

    @Test
    void one_partition_that_holds_all_back_is_named_with_the_time_it_stands_at_and_why() {
        Instant stands = NOW.minusSeconds(1200);
        last = all(stands, FRESH);
        last.add(input("contact-events", 1, stands));
        last.removeIf(each -> each.kind() == Kind.INPUT
                && each.partition() == 1
                && "contact-events".equals(each.stream())
                && each.asOf().equals(FRESH));
        moves = false;

        assertThat(judged().get(0)).satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.DOWN);
            assertThat(finding.what())
                    .contains("results are 20 min behind, and stand still", "all wait for contact-events partition 1")
                    .contains("stands at 2026-11-27T02:40:00Z", "nothing waits there: no tick comes");
            assertThat(finding.next()).isEqualTo("klantstem tail insight-progress --scope stream=contact-events");
        });
        members = new Observed.GroupSeen("Stable", 1, new TreeSet<>(), new TreeSet<>(), null);
        assertThat(judged().get(0).what()).contains("no instance has this partition");
    }

    @Test
    void a_partition_of_which_nothing_was_ever_heard_holds_all_back() {
        last = new ArrayList<>(all(NOW.minusSeconds(600), FRESH));
        last.removeIf(each -> "contact-events".equals(each.stream()) && each.partition() == 0);
        moves = true;

        assertThat(judged().get(0)).satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.DEGRADED);
            assertThat(finding.what()).contains("contact-events partition 0, of which nothing was ever heard");
            assertThat(finding.what()).contains("and catching up");
        });
    }

    @Test
    void missing_topics_come_before_all_and_settings_only_degrade() {
        topics = new Observed.TopicsSeen(List.of("voc.plan.v1"), List.of(), 0);
        notRead = List.of("dead-letters: not allowed");
        assertThat(judged()).first().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.DOWN);
            assertThat(finding.what()).isEqualTo("missing topics: voc.plan.v1");
        });
        topics = new Observed.TopicsSeen(List.of(), List.of(), 12);
        assertThat(judged())
                .allMatch(finding -> finding.verdict() == Verdict.DEGRADED)
                .hasSize(2);
    }

    @Test
    void a_record_that_is_not_accounted_for_is_a_bug() {
        last.add(new InsightProgress(
                Kind.INPUT, "plan", 0, 2, FRESH, records(10, 8, 1), null, InsightProgress.SCHEMA_VERSION));

        assertThat(judged()).singleElement().satisfies(finding -> assertThat(finding.what())
                .startsWith("1 of 50 records read are not accounted for"));
    }

    @Test
    void a_feed_that_is_refused_is_told_and_a_few_bad_records_are_not() {
        refused = new TreeMap<>();
        refused.put("contact-events", new TreeMap<>(Map.of("TYPE", 90L)));
        refused.put("survey-responses", new TreeMap<>(Map.of("SCORE_RANGE", 90L)));

        assertThat(judged()).singleElement().satisfies(finding -> assertThat(finding.what())
                .isEqualTo("90 of about 100 records of contact-events were refused in the last hour: {TYPE=90}"));
    }

    @Test
    void every_verdict_has_an_exit_code_of_its_own() {
        assertThat(Verdict.OK.exitCode()).isZero();
        assertThat(List.of(Verdict.DEGRADED.exitCode(), Verdict.DOWN.exitCode()))
                .containsExactly(3, 4);
    }

    private List<Finding> judged() {
        var written = new TreeMap<>(Map.of("contact-events", 100L, "survey-responses", 1_000_000L));
        return Judgement.of(new Observed(
                NOW,
                "host:9092",
                "voc.klantstem",
                SOURCES,
                2,
                null,
                3,
                topics,
                members,
                List.of(),
                new Observed.ProgressSeen(last, moves, true),
                new Observed.Refused(refused, written, true),
                notRead));
    }

    private static Observed.GroupSeen group(String state, int members) {
        var assigned = new TreeSet<String>();
        SOURCES.forEach(source -> assigned.addAll(List.of("voc." + source + ".v1-0", "voc." + source + ".v1-1")));
        return new Observed.GroupSeen(state, members, new TreeSet<>(List.of("/10.0.0.1")), assigned, null);
    }

    private static List<InsightProgress> all(Instant finals, Instant inputs) {
        var all = new ArrayList<InsightProgress>();
        for (int partition = 0; partition < 2; partition++) {
            all.add(new InsightProgress(
                    Kind.FINALS, null, partition, 2, finals, null, 0L, InsightProgress.SCHEMA_VERSION));
            for (String source : SOURCES) {
                all.add(input(source, partition, inputs));
            }
        }
        return all;
    }

    private static InsightProgress input(String stream, int partition, Instant asOf) {
        return new InsightProgress(
                Kind.INPUT, stream, partition, 2, asOf, records(10, 8, 2), null, InsightProgress.SCHEMA_VERSION);
    }

    private static Records records(long read, long accepted, long duplicates) {
        return new Records(read, accepted, duplicates, 0, 0, 0, 0, 0, 0, new TreeMap<>());
    }

    @Test
    void a_duration_is_told_in_words() {
        assertThat(Judgement.words(Duration.ofSeconds(40))).isEqualTo("40 s");
        assertThat(Judgement.words(Duration.ofMinutes(12))).isEqualTo("12 min");
        assertThat(Judgement.words(Duration.ofMinutes(185))).isEqualTo("3 h 5 min");
    }
}
