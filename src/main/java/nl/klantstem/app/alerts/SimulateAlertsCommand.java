package nl.klantstem.app.alerts;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import nl.klantstem.app.NumberOption;
import nl.klantstem.app.ProgressLine;
import nl.klantstem.app.ReportFile;
import nl.klantstem.app.Stop;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how often the alarms on a journey's score are false and how late the true ones are, beside simple rules. */
@Command(
        name = "simulate-alerts",
        description = {
            "Measure how often alarms are false, and how late the true ones are.",
            "Simulates journeys with a day's rhythm in which nothing is wrong for years, and copies of them in which the"
                    + " score drops; the product's own detector watches them, beside a fixed threshold, a z-test, and the"
                    + " best that is possible."
        })
public final class SimulateAlertsCommand implements Callable<Integer> {

    private static final int STOPPED = 130;

    @Option(
            names = "--journeys",
            paramLabel = "N",
            defaultValue = "24",
            description = "Journeys of every kind (default: 24).")
    private int journeys;

    @Option(
            names = "--per-hour",
            paramLabel = "V",
            description = "Answers an hour, day and night taken together (default: 5, 50 and 500, one after another).")
    private @Nullable Double perHour;

    @Option(
            names = "--years",
            paramLabel = "Y",
            defaultValue = "4",
            description = "How long each is watched (default: 4).")
    private double years;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Another seed draws other answers (default: 1).")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Write simulate-alerts.json there.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        NumberOption.between("--journeys", journeys, 1, 10_000);
        NumberOption.between("--years", years, 0.1, 100);
        Double volume = perHour;
        if (volume != null) {
            NumberOption.between("--per-hour", volume, 0.5, 10_000);
        }
        var plan = volume == null ? Simulation.usualPlan(years) : Simulation.planFor(volume, years);
        var line = new ProgressLine(spec.commandLine().getErr());
        List<AlertsReport.Row> rows;
        try (var stop = new Stop(() -> line.say("stopping ..."))) {
            rows = new Simulation(plan, journeys, seed, stop).run((through, all) -> show(line, through, all));
        } catch (CancellationException stopped) {
            line.say("stopped before the end");
            return STOPPED;
        } finally {
            line.wipe();
        }
        var report = new AlertsReport(seed, rows);
        report.table().forEach(this::say);
        Path folder = out;
        if (folder != null) {
            say("written to " + ReportFile.write(folder, "simulate-alerts.json", report.json()));
        }
        return 0;
    }

    private static void show(ProgressLine line, int through, int all) {
        if (line.isTime()) {
            line.show(String.format(
                    Locale.ROOT, "%s %,d of %,d simulated journeys", ProgressLine.bar(through, all), through, all));
        }
    }

    private void say(String what) {
        var writer = spec.commandLine().getOut();
        writer.println(what);
        writer.flush();
    }
}
