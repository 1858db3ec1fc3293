package nl.klantstem.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From where the inputs are read: settled before the start and in the open. A consumer that finds its place gone would begin
 * anew by itself, and nobody would know what was left out or read twice.
 */
final class InputOffsets {

    private static final Logger LOG = LoggerFactory.getLogger(InputOffsets.class);
    private static final String REMEDY = "'klantstem pipeline --accept-gaps'";

    private final Admin admin;
    private final String application;
    private final List<String> inputs;

    InputOffsets(Admin admin, String prefix) {
        var topics = new Topics(prefix);
        this.admin = admin;
        this.application = StreamsProperties.applicationId(prefix);
        this.inputs = topics.read().stream().map(topics::name).toList();
    }

    /**
     * Gives what was never read a place to begin; throws UserMistake, which says all that is missing and how to decide, when
     * what was read cannot be gone on with.
     */
    void settle() {
        settleWithin(2, false);
    }

    /** The same, but each partition that cannot be gone on with begins at the first record that is kept. */
    void settleAcceptingGaps() {
        settleWithin(1, true);
    }

    /** Another instance that began at the same time may settle it first: then there is nothing to do the second time. */
    private void settleWithin(int tries, boolean accept) {
        try {
            settle(accept);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownMemberIdException)) {
                throw new UserMistake("the offsets of group " + application + " cannot be read or set ("
                        + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage())
                        + "): the pipeline's user needs READ on the group and on its input topics");
            }
            if (tries == 1) {
                throw new UserMistake("the offsets of group " + application
                        + " have to be set, and it has members: stop all instances of the pipeline, then start one");
            }
            settleWithin(tries - 1, accept);
        }
    }

    private void settle(boolean accept) throws ExecutionException {
        try {
            List<TopicPartition> partitions = partitions(inputs);
            Map<TopicPartition, Long> committed = committed();
            Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
            List<TopicPartition> unknown =
                    partitions.stream().filter(p -> !committed.containsKey(p)).toList();
            Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
            List<String> gaps = new ArrayList<>(lost(partitions, unknown, committed));
            List<TopicPartition> begin = new ArrayList<>(unknown);
            committed.forEach((p, at) -> {
                if (at < first.getOrDefault(p, at)) {
                    begin.add(p);
                    gaps.add(p + ": read up to offset " + at + ", but the topic begins at " + first.get(p)
                            + ": what lay between was deleted unread (see topics.inputRetention)");
                } else if (at > end.getOrDefault(p, at)) {
                    begin.add(p);
                    gaps.add(p + ": read up to offset " + at + ", but the topic ends at " + end.get(p)
                            + ": it lost records, or was made anew");
                }
            });
            if (!gaps.isEmpty() && !accept) {
                throw new UserMistake(told(gaps));
            }
            gaps.forEach(gap -> LOG.atWarn().addKeyValue("gap", gap).log("begins at the first record that is kept"));
            if (!begin.isEmpty()) {
                admin.alterConsumerGroupOffsets(
                                application,
                                begin.stream()
                                        .collect(Collectors.toMap(
                                                Function.identity(),
                                                p -> new OffsetAndMetadata(first.getOrDefault(p, 0L)))))
                        .all()
                        .get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }

    /**
     * What was read before and has no place any more. A topic of which no partition has one is new to the pipeline, when
     * others have theirs or nothing was ever made of anything.
     */
    private List<String> lost(
            List<TopicPartition> partitions, List<TopicPartition> unknown, Map<TopicPartition, Long> committed)
            throws ExecutionException, InterruptedException {
        if (unknown.size() == partitions.size()) {
            return hasWorked()
                    ? List.of("group " + application + " has read its " + partitions.size()
                            + " input partitions before, and has no offset of any: they were deleted or expired")
                    : List.of();
        }
        Set<String> known =
                committed.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
        return unknown.stream()
                .filter(p -> known.contains(p.topic()))
                .map(p -> p + ": group " + application + " has no offset of it, though it has of its topic")
                .toList();
    }

    private static String told(List<String> gaps) {
        return String.join(System.lineSeparator(), gaps)
                + System.lineSeparator()
                + "the pipeline does not start, since its figures would be wrong without anybody knowing."
                + " Restore the topics or set the group's offsets; or accept it with " + REMEDY
                + ": it begins at the first record that is kept, what was counted before and is read again is a duplicate,"
                + " and what is gone is never counted";
    }

    /** Whether the topics that Kafka Streams keeps for this application hold anything. */
    private boolean hasWorked() throws ExecutionException, InterruptedException {
        var own = admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(application + "-"))
                .toList();
        return offsets(partitions(own), OffsetSpec.latest()).values().stream().anyMatch(end -> end > 0);
    }

    private List<TopicPartition> partitions(List<String> topics) throws ExecutionException, InterruptedException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(each -> each.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().offset()));
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), p -> which)))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().offset()));
    }
}
