package nl.klantstem.app;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pipeline on Kafka Streams. An exception stops it loudly: what cannot be processed exactly is not processed. */
final class StartedPipeline implements RunningPipeline {

    private static final Logger LOG = LoggerFactory.getLogger(StartedPipeline.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final LocalState local;
    private final Optional<Ticker> ticker;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    StartedPipeline(PipelineSettings settings, Catalogue catalogue) {
        Properties config = StreamsProperties.of(settings);
        int partitions;
        try (var admin = admin(settings)) {
            partitions = partitions(admin, new Topics(settings.prefix()));
            new InputOffsets(admin, settings.prefix()).settle();
        }
        streams = new KafkaStreams(new Pipeline(settings, catalogue, partitions).build(config), config);
        streams.setUncaughtExceptionHandler(thrown -> {
            Throwable cause = mistakeBehind(thrown);
            failure.compareAndSet(null, cause);
            if (!(cause instanceof UserMistake)) {
                LOG.error("the pipeline stops", cause);
            }
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        local = new LocalState(settings);
        local.beforeStart(streams);
        streams.start();
        ticker = settings.ticks() ? Optional.of(new Ticker(settings, streams)) : Optional.empty();
    }

    /** The user's mistake that a failure comes from, else the failure itself. */
    private static Throwable mistakeBehind(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserMistake) {
                return cause;
            }
        }
        return thrown;
    }

    @Override
    public KafkaStreams streams() {
        return streams;
    }

    @Override
    public @Nullable Throwable failure() {
        return failure.get();
    }

    @Override
    public void close() {
        ticker.ifPresent(Ticker::close);
        // Who stops on purpose leaves: what it did is taken over at once, not when its session has run out.
        var leaving = CloseOptions.timeout(CLOSE_WITHIN).withGroupMembershipOperation(LEAVE_GROUP);
        if (streams.close(leaving) && failure.get() == null) {
            local.ended();
        }
    }

    private static Admin admin(PipelineSettings settings) {
        Map<String, Object> client = new HashMap<>(settings.kafka());
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        return Admin.create(client);
    }

    /** How many partitions the inputs have: the same for all, or customers' events would not meet. */
    private static int partitions(Admin admin, Topics topics) {
        var names = topics.read().stream().map(topics::name).toList();
        try {
            Set<Integer> counts = admin.describeTopics(names).allTopicNames().get().values().stream()
                    .map(topic -> topic.partitions().size())
                    .collect(Collectors.toSet());
            if (counts.size() != 1) {
                throw new UserMistake("the input topics have different numbers of partitions " + counts
                        + ", so a customer's events would not meet: run 'klantstem topics check'");
            }
            return counts.iterator().next();
        } catch (ExecutionException e) {
            throw new UserMistake("the input topics cannot be read ("
                    + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage())
                    + "): run 'klantstem topics apply'");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }
}
