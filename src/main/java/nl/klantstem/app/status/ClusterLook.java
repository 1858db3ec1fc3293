package nl.klantstem.app.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import nl.klantstem.app.Configuration;
import nl.klantstem.app.KafkaConnection;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** Looks at a cluster for some seconds and never for long: what does not answer in time is told as not read. */
final class ClusterLook {

    private static final int ANSWER_MS = 5_000;
    private static final Duration ALL = Duration.ofSeconds(15);

    private final Configuration configuration;
    private final Topics topics;
    private final Instant at;
    private final long deadline = System.nanoTime() + ALL.toNanos();
    private final List<String> notRead = new ArrayList<>();

    ClusterLook(Configuration configuration, Instant at) {
        this.configuration = configuration;
        this.topics = configuration.topics();
        this.at = at;
    }

    Observed look() throws InterruptedException {
        try (var admin = KafkaConnection.admin(settings())) {
            int brokers = admin.describeCluster().nodes().get().size();
            return reachable(admin, brokers);
        } catch (ExecutionException | UserMistake e) {
            return observed(why(e), null, null, null, null, null, null);
        }
    }

    private Observed reachable(Admin admin, int brokers) throws InterruptedException {
        var seen = part("topics", () -> topics(admin));
        var members =
                part("the group " + configuration.group(), () -> new GroupLook(admin, configuration.group()).look());
        boolean whole = seen != null && seen.missing().isEmpty();
        var lag = whole ? part("lag", () -> lag(admin)) : null;
        Observed.@Nullable ProgressSeen progress = null;
        Observed.@Nullable Refused refused = null;
        if (whole) {
            try (var reading = new Reading(settings(), topics, deadline)) {
                progress = part("insight-progress", () -> reading.progress(configuration.partitions(), at));
                var letters = part("dead-letters", () -> reading.deadLetters(at));
                refused = letters == null ? null : part("input offsets", () -> refused(admin, letters));
            }
        }
        return observed(null, brokers, seen, members, lag, progress, refused);
    }

    private Observed observed(
            @Nullable String noBroker,
            @Nullable Integer brokers,
            Observed.@Nullable TopicsSeen seen,
            Observed.@Nullable GroupSeen members,
            @Nullable List<Observed.Lag> lag,
            Observed.@Nullable ProgressSeen progress,
            Observed.@Nullable Refused refused) {
        return new Observed(
                at,
                String.valueOf(settings().get("bootstrap.servers")),
                configuration.group(),
                topics.sources().stream().map(Topic::shortName).toList(),
                configuration.partitions(),
                noBroker,
                brokers,
                seen,
                members,
                lag,
                progress,
                refused,
                List.copyOf(notRead));
    }

    /** A part of the whole; what fails is told, and the rest is looked at all the same. */
    private <T> @Nullable T part(String name, Callable<T> part) throws InterruptedException {
        if (System.nanoTime() - deadline > 0) {
            notRead.add(name + ": no time was left, the brokers answer slowly");
            return null;
        }
        try {
            return part.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            notRead.add(name + ": " + why(e));
            return null;
        }
    }

    private Observed.TopicsSeen topics(Admin admin) {
        var plan = new TopicPlan(configuration.wantedTopics(TopicPlan.Mode.LIVE));
        var missing = plan.missing(admin);
        var obstacles = missing.isEmpty() ? plan.obstacles(admin) : List.<String>of();
        int settings =
                missing.isEmpty() && obstacles.isEmpty() ? plan.check(admin).size() : 0;
        return new Observed.TopicsSeen(missing, obstacles, settings);
    }

    private List<Observed.Lag> lag(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        try {
            admin.listConsumerGroupOffsets(configuration.group())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            committed.put(partition, offset.offset());
                        }
                    });
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
        var ends = offsets(admin, OffsetSpec.latest());
        var begins = offsets(admin, OffsetSpec.earliest());
        var lags = new ArrayList<Observed.Lag>();
        for (Topic topic : topics.read()) {
            long sum = 0;
            long worst = 0;
            int partition = 0;
            for (var end : ends.entrySet()) {
                if (end.getKey().topic().equals(topics.name(topic))) {
                    long from = committed.getOrDefault(end.getKey(), offset(begins, end.getKey()));
                    long behind = Math.max(0, end.getValue().offset() - from);
                    sum += behind;
                    partition = behind > worst ? end.getKey().partition() : partition;
                    worst = Math.max(worst, behind);
                }
            }
            lags.add(new Observed.Lag(topics.name(topic), sum, partition, worst));
        }
        return lags;
    }

    private Observed.Refused refused(Admin admin, Reading.Letters letters)
            throws ExecutionException, InterruptedException {
        var ends = offsets(admin, OffsetSpec.latest());
        var starts = offsets(
                admin, OffsetSpec.forTimestamp(at.minus(Reading.LETTERS_OF).toEpochMilli()));
        var written = new TreeMap<String, Long>();
        ends.forEach((partition, end) -> {
            long start = offset(starts, partition);
            long records = start < 0 ? 0 : end.offset() - start - Reading.LETTERS_OF.toSeconds();
            written.merge(topics.topic(partition.topic()).shortName(), Math.max(0, records), Long::sum);
        });
        return new Observed.Refused(letters.byStream(), written, letters.whole());
    }

    /** Of all partitions that the pipeline reads. */
    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Admin admin, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (var topic : admin.describeTopics(
                        topics.read().stream().map(topics::name).toList())
                .allTopicNames()
                .get()
                .values()) {
            topic.partitions().forEach(info -> asked.put(new TopicPartition(topic.name(), info.partition()), spec));
        }
        return admin.listOffsets(asked).all().get();
    }

    /** -1 where there is none. */
    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> of, TopicPartition partition) {
        @Nullable ListOffsetsResultInfo info = of.get(partition);
        return info == null ? -1 : info.offset();
    }

    private Map<String, Object> settings() {
        var settings = new TreeMap<>(configuration.connection());
        settings.put("default.api.timeout.ms", ANSWER_MS);
        settings.put("request.timeout.ms", ANSWER_MS - 1_000);
        return settings;
    }

    private static String why(Exception e) {
        var cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** Who works in the group. */
    private record GroupLook(Admin admin, String group) {

        Observed.GroupSeen look() throws ExecutionException, InterruptedException {
            try {
                return consumers();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                    throw e;
                }
            }
            try {
                return streams();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof GroupIdNotFoundException) {
                    return new Observed.GroupSeen("no such group", 0, new TreeSet<>(), new TreeSet<>(), null);
                }
                throw e;
            }
        }

        /** The classic protocol, which tells no epoch. */
        private Observed.GroupSeen consumers() throws ExecutionException, InterruptedException {
            var seen = admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .values()
                    .iterator()
                    .next()
                    .get();
            var hosts = new TreeSet<String>();
            var assigned = new TreeSet<String>();
            seen.members().forEach(member -> {
                hosts.add(member.host());
                member.assignment().topicPartitions().forEach(each -> assigned.add(each.toString()));
            });
            return new Observed.GroupSeen(
                    seen.groupState().toString(),
                    seen.members().size(),
                    hosts,
                    assigned,
                    seen.groupEpoch().orElse(null));
        }

        private Observed.GroupSeen streams() throws ExecutionException, InterruptedException {
            var seen = admin.describeStreamsGroups(List.of(group))
                    .describedGroups()
                    .values()
                    .iterator()
                    .next()
                    .get();
            var hosts = new TreeSet<String>();
            seen.members().forEach(member -> hosts.add(member.clientHost()));
            return new Observed.GroupSeen(
                    seen.groupState().toString(), seen.members().size(), hosts, new TreeSet<>(), seen.groupEpoch());
        }
    }
}
