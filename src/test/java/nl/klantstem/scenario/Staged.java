package nl.klantstem.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.klantstem.app.GivenPipeline;
import nl.klantstem.scenario.Scenario.Given;

/** A scenario on the whole topology. */
final class Staged {

    private static final Duration ALLOWANCE = Duration.ofMinutes(5);
    /** After so many lines of a long story time goes on everywhere, and what nobody asks for is let go. */
    private static final int MANY = 500;

    private Staged() {}

    /** Where what is published differs from what the story says. */
    static List<String> differences(Scenario scenario, Path dir) throws IOException {
        var differences = new ArrayList<String>();
        Path state = Files.createTempDirectory(dir, "run");
        try (var pipeline = new GivenPipeline(state, 1, scenario.every())) {
            int told = 0;
            for (Given line : scenario.given()) {
                pipeline.send(
                        line.topic(),
                        line.key(),
                        line.value(),
                        line.recordedAt().toString());
                told++;
                if (told % MANY == 0) {
                    pipeline.carryOnTo(line.recordedAt().toString());
                    pipeline.keepOnly(scenario::expects);
                }
            }
            pipeline.carryOnTo(scenario.until().plus(ALLOWANCE).toString());
            scenario.then()
                    .forEach(then -> differences.addAll(new Expected(then).differences(pipeline.all(then.topic()))));
        }
        return differences;
    }
}
