package nl.klantstem.insight.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.Now;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Delta;
import nl.klantstem.rolling.LocalDays;
import nl.klantstem.rolling.ObservedMinutes;
import nl.klantstem.rolling.Tally;
import org.junit.jupiter.api.Test;

/** What closing a day costs: 25 journeys, 4 channels, 3 handlings and 20 drivers, with answers on each of 400 days. */
class ChangesCostTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int DAYS = 400;
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();

    @Test
    void closing_a_day_takes_seconds_at_most() {
        var book = new DayBook(
                Signal.DATED_ANSWERS,
                new DayBook.Layout(
                        1,
                        Duration.ofDays(32).toMinutes(),
                        Duration.ofDays(DAYS).toMinutes()),
                ObservedMinutes.empty());
        cells().forEach(cell -> fill(book, cell));
        var terms = new InsightTerms(
                CatalogueFile.starter(), Duration.ofMinutes(GivenLife.ALLOWANCE), Duration.ofDays(DAYS), true, null);
        var judge = new NpsChanges(terms, ObservedMinutes.empty());
        var days = new LocalDays(GivenLife.ZONE);
        long bytes = 0;
        long records = 0;
        long least = Long.MAX_VALUE;
        for (int day = DAYS - 5; day <= DAYS; day++) {
            long minute = GivenLife.minute(FIRST.plusDays(day)) + GivenLife.ALLOWANCE - 1;
            var now = new Now(ObservedMinutes.quiet(minute), book, book, days, GivenLife.ALLOWANCE);
            var published = new long[2];
            long start = cpu.getCurrentThreadCpuTime();
            judge.minute(now, record -> {
                published[0]++;
                published[1] += record.value() == null ? 0 : record.value().length;
            });
            least = Math.min(least, cpu.getCurrentThreadCpuTime() - start);
            records = published[0];
            bytes = published[1];
        }
        System.out.printf(
                "closing a day: %d ms of CPU, %d records, %d KiB%n", least / 1_000_000, records, bytes / 1024);
        assertThat(records).isEqualTo(3 * 26);
        assertThat(least).isLessThan(TOLERATED.toNanos());
    }

    private static void fill(DayBook book, String cell) {
        Tally few = Tally.of(0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 2);
        for (int day = 0; day < DAYS; day++) {
            long minute = GivenLife.minute(FIRST.plusDays(day));
            book.take(new Delta(cell, minute, minute, few));
        }
    }

    private static List<String> cells() {
        var cells = new ArrayList<String>();
        for (int i = 0; i < 25 * 4 * 3 * 20; i++) {
            var scope = Scope.of(Map.of(
                    Scope.AUDIENCE, "CUSTOMER",
                    Scope.JOURNEY, "journey-" + i % 25,
                    Scope.CHANNEL, "channel-" + i / 25 % 4,
                    Scope.HANDLING, "handling-" + i / 100 % 3,
                    Scope.DRIVER, "driver/number-" + i / 300));
            cells.add(new Cell(Signal.DATED_ANSWERS.toString(), scope).id());
        }
        return cells;
    }
}
