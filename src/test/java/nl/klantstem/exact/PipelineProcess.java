package nl.klantstem.exact;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.app.PipelineSettings;
import nl.klantstem.app.PipelineSettings.Guarantee;
import nl.klantstem.app.PipelineSettings.Store;
import nl.klantstem.app.RunningPipeline;
import org.jspecify.annotations.Nullable;

/** A pipeline in a process of its own, so that it can be killed as a machine is switched off. */
final class PipelineProcess implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final Process process;
    private final Path log;

    private PipelineProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static PipelineProcess start(
            String servers, String prefix, Store store, Guarantee guarantee, Path dir, @Nullable Duration every)
            throws IOException {
        var log = dir.resolve("pipeline-" + prefix + "log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PipelineProcess.class.getName(),
                        servers,
                        prefix,
                        store.name(),
                        guarantee.name(),
                        dir.toString(),
                        String.valueOf(every))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new PipelineProcess(process, log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Asks it to end, and waits until it has. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    File log() {
        return log.toFile();
    }

    /** Ends it at once: SIGKILL, nothing is closed, no transaction ended. */
    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            process.waitFor(40, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process: runs until it is killed, or whoever started it is gone. */
    public static void main(String... args) throws Exception {
        var dir = Path.of(args[4]);
        var settings = new PipelineSettings(
                args[0],
                args[1],
                dir.resolve("state"),
                Store.valueOf(args[2]),
                Guarantee.valueOf(args[3]),
                PipelineSettings.DEFAULT_COMMIT_INTERVAL,
                PipelineSettings.DEFAULT_ALLOWANCE,
                PipelineSettings.DEFAULT_RETENTION,
                dir.resolve("pseudonym.key"),
                args[5].equals("null") ? null : Duration.parse(args[5]),
                false,
                false,
                2,
                // The transaction that a killed process leaves open is ended soon.
                Map.of("producer.transaction.timeout.ms", "5000"));
        try (var pipeline = RunningPipeline.start(settings, CatalogueFile.starter())) {
            Runtime.getRuntime().addShutdownHook(new Thread(pipeline::close, "stop"));
            while (pipeline.failure() == null && !starterIsGone()) {
                Thread.sleep(LOOK.toMillis());
            }
        }
        System.exit(1);
    }

    private static boolean starterIsGone() throws IOException {
        return System.in.available() > 0
                || ProcessHandle.current().parent().isEmpty()
                || !ProcessHandle.current().parent().orElseThrow().isAlive();
    }
}
