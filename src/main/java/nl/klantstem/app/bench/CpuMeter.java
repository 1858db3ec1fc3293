package nl.klantstem.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * CPU time of the threads of one side, by their names, from when the meter was made. Broker, garbage collector and JIT
 * compiler are threads of their own and not in it. A thread must be alive when it is read.
 */
final class CpuMeter {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS = 1e9;

    private final Predicate<String> names;
    private final Map<Long, Long> before = new HashMap<>();

    private CpuMeter(Predicate<String> names) {
        this.names = names;
        forEach((id, nanos) -> before.put(id, nanos));
    }

    /** Of all threads whose name passes, also those that start later. */
    static CpuMeter of(Predicate<String> names) {
        return new CpuMeter(names);
    }

    double seconds() {
        var total = new long[1];
        forEach((id, nanos) -> total[0] += nanos - before.getOrDefault(id, 0L));
        return total[0] / NANOS;
    }

    private void forEach(java.util.function.BiConsumer<Long, Long> each) {
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && names.test(thread.getThreadName())) {
                long nanos = THREADS.getThreadCpuTime(thread.getThreadId());
                if (nanos >= 0) {
                    each.accept(thread.getThreadId(), nanos);
                }
            }
        }
    }
}
