package nl.klantstem.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.TopicPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the pipeline against a cluster until it is told to stop; a stop commits what is done. */
@Command(name = "pipeline", description = "Run the pipeline role against a Kafka cluster.")
final class PipelineCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(500);

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Option(
            names = "--accept-gaps",
            description = "Start although records were deleted before they were read, or the group's offsets are gone:"
                    + " begin there at the first record that is kept. Without it the pipeline does not start then.")
    private boolean acceptGaps;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var configuration = options.configuration();
        var settings = configuration.pipeline();
        var catalogue = configuration.catalogue();
        refuseUnfitTopics(configuration);
        if (acceptGaps) {
            try (var admin = KafkaConnection.admin(configuration.connection())) {
                new InputOffsets(admin, settings.prefix()).settleAcceptingGaps();
            }
        }
        var stopped = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        // The hook must not return before the pipeline is closed: the JVM halts right after its hooks.
        var hook = new Thread(() -> stop(stopped, ended), "stop");
        try (var pipeline = RunningPipeline.start(settings, catalogue);
                var health = new PipelineHealth(pipeline, configuration.pipelineHost(), configuration.pipelinePort())) {
            Runtime.getRuntime().addShutdownHook(hook);
            say("pipeline runs: topics " + settings.prefix() + "* on " + settings.bootstrapServers() + ", catalogue "
                    + catalogue.latest().version());
            say("technical metrics: " + health.address());
            while (!stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                var failure = pipeline.failure();
                if (failure instanceof UserMistake mistake) {
                    throw mistake;
                }
                if (failure != null) {
                    throw new IllegalStateException("the pipeline stopped: " + failure.getMessage(), failure);
                }
            }
            say("stopping");
        } finally {
            ended.countDown();
        }
        say("stopped");
        return 0;
    }

    private static void stop(CountDownLatch stopped, CountDownLatch ended) {
        stopped.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuseUnfitTopics(Configuration configuration) {
        var plan = new TopicPlan(configuration.wantedTopics(TopicPlan.Mode.LIVE));
        try (var admin = KafkaConnection.admin(configuration.connection())) {
            var obstacles = plan.obstacles(admin);
            if (!obstacles.isEmpty()) {
                throw new UserMistake(String.join(System.lineSeparator(), obstacles));
            }
        }
    }

    private void say(String line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
