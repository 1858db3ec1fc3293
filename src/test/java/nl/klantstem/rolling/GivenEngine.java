package nl.klantstem.rolling;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.testkit.GivenVersion;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * An engine with its commits: what it publishes counts only when it is committed, and after a crash a new engine starts from
 * what was durable and receives everything since once more.
 */
final class GivenEngine implements Measure {

    static final long ALLOWANCE = 5;

    /** What the measure looks at beside a window's own counts. */
    enum Look {
        ALONE,
        PERIODS,
        PEERS,
        BOTH;

        boolean periods() {
            return this == PERIODS || this == BOTH;
        }

        boolean peers() {
            return this == PEERS || this == BOTH;
        }
    }

    private final Look look;
    private EngineRules rules;
    private MemoryBlocks committed = new MemoryBlocks();
    private MemoryBlocks blocks = new MemoryBlocks();
    private RollingEngine engine;
    private final List<Frame> since = new ArrayList<>();
    private final List<WindowCounts> published = new ArrayList<>();
    private final List<PaneCounts> ledger = new ArrayList<>();
    private final List<WindowCounts> pending = new ArrayList<>();
    private final List<PaneCounts> pendingLedger = new ArrayList<>();

    GivenEngine(ZoneId zone, List<WindowSpec> windows, @Nullable Duration every, Look look) {
        this.look = look;
        var version = GivenVersion.named("v1").zone(zone).windows(windows).version();
        this.rules = new EngineRules(version, Duration.ofMinutes(ALLOWANCE), every, Map.of(GivenStream.MEASURE, this));
        this.engine = new RollingEngine(rules, blocks);
    }

    void receive(Frame frame) {
        since.add(frame);
        engine.receive(frame, published -> {});
    }

    /** What the windows of the cells that changed hold, with all that was received. */
    List<WindowCounts> provisional() {
        int before = pending.size();
        engine.publishProvisional(published -> {});
        var provisional = List.copyOf(pending.subList(before, pending.size()));
        pending.subList(before, pending.size()).clear();
        return provisional;
    }

    void commit() {
        engine.flush(published -> {});
        published.addAll(pending);
        ledger.addAll(pendingLedger);
        pending.clear();
        pendingLedger.clear();
        since.clear();
        committed = blocks.copy();
    }

    void crash() {
        pending.clear();
        pendingLedger.clear();
        blocks = committed.copy();
        engine = new RollingEngine(rules, blocks);
        since.forEach(frame -> engine.receive(frame, published -> {}));
    }

    /** Stops after a commit and starts again with finals at other moments, as when history is followed by life. */
    void restart(@Nullable Duration every) {
        commit();
        rules = new EngineRules(rules.windows(), rules.allowance(), every, rules.measures());
        engine = new RollingEngine(rules, blocks);
    }

    RollingEngine engine() {
        return engine;
    }

    EngineRules rules() {
        return rules;
    }

    /** What it must say of a cell after these deltas. */
    Recount recount(List<Delta> deltas, String cell) {
        return new Recount(deltas, cell, rules.windows().zone(), ALLOWANCE, look);
    }

    MemoryBlocks blocks() {
        return blocks;
    }

    /** Committed finals of a cell and a window, in the order they were published. */
    List<Recount.Final> finals(String cell, String window) {
        return published.stream()
                .filter(w -> Cell.parse(cell).scope().equals(w.scope()))
                .filter(w -> window.equals(name(w)))
                .map(w -> new Recount.Final(
                        name(w),
                        minute(w.window().from()),
                        minute(w.window().to()),
                        list(w.counts()),
                        list(w.previous()),
                        peers(w),
                        list(w.totals()),
                        w.asOf() / 60_000))
                .toList();
    }

    /** Committed ledger records of a cell. */
    List<PaneCounts> ledger(String cell) {
        return ledger.stream()
                .filter(pane -> Cell.parse(cell).scope().equals(pane.scope()))
                .toList();
    }

    static String name(WindowCounts counts) {
        String length = counts.window().length();
        return length == null ? "DAY" : length;
    }

    /** Nothing when there is none. */
    static List<Long> list(long @Nullable [] counts) {
        return counts == null ? List.of() : Arrays.stream(counts).boxed().toList();
    }

    /** Each peer's label with its counts. */
    static List<String> peers(WindowCounts counts) {
        return counts.peers().stream()
                .map(peer -> peer.scope().labels().get(GivenStream.RANKED) + list(peer.counts()))
                .toList();
    }

    static long minute(Instant time) {
        return time.getEpochSecond() / 60;
    }

    @Override
    public String name() {
        return GivenStream.MEASURE;
    }

    @Override
    public int width() {
        return GivenStream.WIDTH;
    }

    @Override
    public boolean comparesPeriods() {
        return look.periods();
    }

    @Override
    public Optional<String> ranks() {
        return look.peers() ? Optional.of(GivenStream.RANKED) : Optional.empty();
    }

    @Override
    public Published window(WindowCounts counts) {
        pending.add(counts);
        return anything(counts.asOf());
    }

    @Override
    public Optional<Published> ledger(PaneCounts counts) {
        pendingLedger.add(counts);
        return Optional.of(anything(counts.asOf()));
    }

    private static Published anything(long timestamp) {
        byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);
        return new Published(Topic.JOURNEY_NPS, bytes, bytes, timestamp, Published.ANY_PARTITION);
    }
}
