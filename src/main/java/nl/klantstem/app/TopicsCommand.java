package nl.klantstem.app;

import java.util.function.BiFunction;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.TopicPlan.Mode;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a cluster's topics as the pipeline needs them; nothing is deleted and a partition count is never changed. */
@Command(name = "topics", description = "Plan, make or check the topics of a cluster.")
final class TopicsCommand {

    @Spec
    private CommandSpec spec;

    @Command(name = "plan", description = "Say what apply would do.")
    int plan(@Mixin ConfigurationOptions options, @Mixin ModeOption mode) {
        var changes = with(options, mode, TopicPlan::plan);
        changes.forEach(change -> print(change.toString()));
        print(changes.isEmpty() ? "nothing to do" : changes.size() + " changes, made by 'klantstem topics apply'");
        return 0;
    }

    @Command(name = "apply", description = "Create topics that are missing and put settings right.")
    int apply(@Mixin ConfigurationOptions options, @Mixin ModeOption mode) {
        var changes = with(options, mode, TopicPlan::apply);
        changes.forEach(change -> print(change.toString()));
        print(changes.isEmpty() ? "nothing to do" : changes.size() + " changes made");
        return 0;
    }

    @Command(name = "check", description = "Say what is not as it must be; ends with 1 when anything is.")
    int check(@Mixin ConfigurationOptions options, @Mixin ModeOption mode) {
        var problems = with(options, mode, TopicPlan::check);
        problems.forEach(this::print);
        print(problems.isEmpty() ? "all topics are as they must be" : problems.size() + " problems");
        return problems.isEmpty() ? 0 : 1;
    }

    private static <T> T with(ConfigurationOptions options, ModeOption mode, BiFunction<TopicPlan, Admin, T> what) {
        var configuration = options.configuration();
        var plan = new TopicPlan(configuration.wantedTopics(mode.mode()));
        try (var admin = KafkaConnection.admin(configuration.connection())) {
            return what.apply(plan, admin);
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }

    /** Whether the topics take what happens now, or the past. */
    static final class ModeOption {

        @Option(names = "--live", description = "The brokers stamp the input records as they arrive (the default).")
        private boolean live;

        @Option(
                names = "--history",
                description = "Input records bring the time they arrived, and nothing expires: for loading the past.")
        private boolean history;

        Mode mode() {
            if (live && history) {
                throw new UserMistake("--live and --history exclude each other: give one");
            }
            return history ? Mode.HISTORY : Mode.LIVE;
        }
    }
}
