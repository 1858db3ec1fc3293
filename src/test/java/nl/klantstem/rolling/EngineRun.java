package nl.klantstem.rolling;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.contract.out.Window;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** An engine in a test, with a store that commits at each flush: a crash loses what came after, and it comes again. */
final class EngineRun {

    static final int WIDTH = 3;
    static final Duration ALLOWANCE = Duration.ofMinutes(5);
    static final List<WindowSpec> WINDOWS = List.of(
            WindowSpec.rolling("PT1H", Duration.ofMinutes(1)),
            WindowSpec.rolling("PT6H", Duration.ofMinutes(5)),
            WindowSpec.rolling("PT24H", Duration.ofMinutes(15)),
            WindowSpec.rolling("P7D", Duration.ofHours(1)),
            WindowSpec.rolling("P28D", Duration.ofHours(1)),
            WindowSpec.rolling("P90D", Duration.ofHours(1)),
            WindowSpec.day(Duration.ofMinutes(15)));

    private final EngineRules rules;
    private Map<String, byte[]> committed = new TreeMap<>();
    private Map<String, byte[]> open = new TreeMap<>();
    private final List<Frame> sinceCommit = new ArrayList<>();
    private final List<Seen> uncommitted = new ArrayList<>();
    private RollingEngine engine;

    final List<Seen> finals = new ArrayList<>();
    final Map<String, Seen> ledger = new TreeMap<>();

    /** What was published: of a window, or of a pane (then without window). */
    record Seen(String scope, @Nullable Window window, long at, List<Long> counts, List<Long> totals, long asOf) {}

    EngineRun(ZoneId zone, @Nullable Duration every) {
        var version =
                new CatalogueVersion("1", Instant.EPOCH, zone, List.of(), List.of(), Map.of(), Map.of(), WINDOWS, 14);
        rules = new EngineRules(version, ALLOWANCE, every, Map.of("test", new Shown(uncommitted)));
        engine = new RollingEngine(rules, blocks());
    }

    void receive(Frame frame) {
        sinceCommit.add(frame);
        engine.receive(frame, published -> {});
    }

    void commit() {
        engine.flush(published -> {});
        committed = new TreeMap<>(open);
        sinceCommit.clear();
        for (Seen seen : uncommitted) {
            if (seen.window() == null) {
                ledger.put(seen.scope() + "@" + seen.at(), seen);
            } else {
                finals.add(seen);
            }
        }
        uncommitted.clear();
    }

    /** The process dies and comes back: the store is as of the last commit, what came since comes again. */
    void crash() {
        open = new TreeMap<>(committed);
        uncommitted.clear();
        engine = new RollingEngine(rules, blocks());
        List<Frame> again = List.copyOf(sinceCommit);
        sinceCommit.clear();
        again.forEach(this::receive);
    }

    long overtaken() {
        return engine.overtaken();
    }

    List<WindowRule> windowRules() {
        return rules.windowRules();
    }

    private Blocks blocks() {
        return new Blocks() {
            @Override
            public byte @Nullable [] get(String name) {
                return open.get(name);
            }

            @Override
            public void put(String name, byte @Nullable [] value) {
                if (value == null) {
                    open.remove(name);
                } else {
                    open.put(name, value);
                }
            }

            @Override
            public void forEach(BiConsumer<String, byte[]> action) {
                open.forEach(action);
            }
        };
    }

    /** Notes what would be published. */
    private record Shown(List<Seen> seen) implements Measure {

        @Override
        public String name() {
            return "test";
        }

        @Override
        public int width() {
            return WIDTH;
        }

        @Override
        public Published window(WindowCounts counts) {
            seen.add(new Seen(
                    counts.scope().labels().toString(),
                    counts.window(),
                    counts.window().to().getEpochSecond() / 60,
                    list(counts.counts()),
                    list(counts.totals()),
                    counts.asOf()));
            return nothing();
        }

        @Override
        public Published ledger(PaneCounts counts) {
            String scope = counts.scope().labels().toString();
            seen.add(new Seen(
                    scope, null, counts.from() / Panes.MILLIS, list(counts.counts()), List.of(), counts.asOf()));
            return nothing();
        }

        private static List<Long> list(long[] counts) {
            return Arrays.stream(counts).boxed().toList();
        }

        private static Published nothing() {
            return new Published(Topic.JOURNEY_NPS, "k".getBytes(StandardCharsets.UTF_8), null, 0, 0);
        }
    }
}
