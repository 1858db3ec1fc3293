package nl.klantstem.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All rounds in one table and one JSON object: medians with the least and the most. */
final class BenchReport {

    /** One round of all sides on the same records. */
    record Round(Measured poll, Measured parse, Product.Result product, long peakHeapBytes) {}

    private static final double MEGABYTE = 1_000_000;

    private final List<Round> rounds;
    private final double bytesPerRecord;
    private final long peakResidentBytes;

    BenchReport(List<Round> rounds, double bytesPerRecord, long peakResidentBytes) {
        this.rounds = List.copyOf(rounds);
        this.bytesPerRecord = bytesPerRecord;
        this.peakResidentBytes = peakResidentBytes;
    }

    List<String> table() {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d records of %.0f bytes of JSON, %d rounds; median [least-most]",
                records(),
                bytesPerRecord,
                rounds.size()));
        lines.add(row("", "CPU s/M", "x poll", "records/s"));
        lines.add(side("consumer that only polls", Round::poll));
        lines.add(side("consumer that parses and checks", Round::parse));
        lines.add(side("the product", round -> round.product().measured()));
        lines.add("CPU of each side's own threads: the reading thread; stream threads with their clients' threads."
                + " Broker, garbage collector and JIT are not in it.");
        lines.add(String.format(
                Locale.ROOT,
                "per record: changelog %.1f bytes and %.4f records, frames %.4f records, insights %.4f records",
                perRecord(w -> w.changelogBytes()).median(),
                perRecord(w -> w.changelogRecords()).median(),
                perRecord(w -> w.frameRecords()).median(),
                perRecord(w -> w.insightRecords()).median()));
        lines.add(String.format(
                Locale.ROOT,
                "memory with the broker: heap peak %.0f MB, resident %.0f MB",
                peakHeap() / MEGABYTE,
                peakResidentBytes / MEGABYTE));
        return lines;
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("records", records());
        json.put("rounds", rounds.size());
        json.put("bytesPerRecord", rounded(bytesPerRecord));
        Spread product = of(round -> round.product().measured().recordsPerSecond());
        json.put("recordsPerSecond", rounded(product.median()));
        json.put("recordsPerSecondSpread", spread(product));
        json.put(
                "cpuSecondsPerMillion",
                rounded(cpu(round -> round.product().measured()).median()));
        json.put("cpuSecondsPerMillionSpread", spread(cpu(round -> round.product()
                .measured())));
        Spread ratio = ratio(round -> round.product().measured());
        json.put("cpuRatioPoll", rounded(ratio.median()));
        json.put("cpuRatioPollSpread", spread(ratio));
        json.put("poll", side(Round::poll));
        json.put("parse", side(Round::parse));
        json.put(
                "changelogBytesPerRecord",
                rounded(perRecord(w -> w.changelogBytes()).median()));
        json.put(
                "changelogRecordsPerRecord",
                rounded(perRecord(w -> w.changelogRecords()).median()));
        json.put(
                "frameRecordsPerRecord",
                rounded(perRecord(w -> w.frameRecords()).median()));
        json.put(
                "insightRecordsPerRecord",
                rounded(perRecord(w -> w.insightRecords()).median()));
        json.put("peakHeapBytes", peakHeap());
        json.put("peakResidentBytes", peakResidentBytes);
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("java", Runtime.version().toString());
        return json;
    }

    private interface Side {
        Measured of(Round round);
    }

    private String side(String name, Side side) {
        return row(
                name,
                text(cpu(side), 2),
                text(ratio(side), 1),
                text(of(r -> side.of(r).recordsPerSecond()), 0));
    }

    private Map<String, Object> side(Side side) {
        var json = new LinkedHashMap<String, Object>();
        json.put(
                "recordsPerSecond",
                rounded(of(r -> side.of(r).recordsPerSecond()).median()));
        json.put("cpuSecondsPerMillion", rounded(cpu(side).median()));
        json.put("cpuRatioPoll", rounded(ratio(side).median()));
        return json;
    }

    private Spread cpu(Side side) {
        return of(round -> side.of(round).cpuSecondsPerMillion());
    }

    /** Of each round by itself: what disturbs a round disturbs both. */
    private Spread ratio(Side side) {
        return of(round -> side.of(round).cpuSeconds() / round.poll().cpuSeconds());
    }

    private Spread perRecord(ToDoubleFunction<Written> what) {
        return of(round -> what.applyAsDouble(round.product().written()) / records());
    }

    private Spread of(ToDoubleFunction<Round> figure) {
        return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
    }

    private long records() {
        return rounds.get(0).poll().records();
    }

    private long peakHeap() {
        return rounds.stream().mapToLong(Round::peakHeapBytes).max().orElse(0);
    }

    private static String row(String name, String cpu, String ratio, String speed) {
        return String.format(Locale.ROOT, "%-33s %20s %18s %28s", name, cpu, ratio, speed);
    }

    private static String text(Spread spread, int digits) {
        String number = "%,." + digits + "f";
        return String.format(
                Locale.ROOT,
                number + " [" + number + "-" + number + "]",
                spread.median(),
                spread.least(),
                spread.most());
    }

    private static List<Double> spread(Spread spread) {
        return List.of(rounded(spread.least()), rounded(spread.most()));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
