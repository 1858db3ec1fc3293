package nl.klantstem.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.function.Predicate;

/**
 * CPU time of the threads of one side, by their names. Broker, garbage collector and JIT compiler are threads of their own
 * and not in it. A thread must be alive when it is read.
 */
final class CpuMeter {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Predicate<String> names;
    private final long before;

    private CpuMeter(Predicate<String> names, long before) {
        this.names = names;
        this.before = before;
    }

    /** From now on; the threads must be there already. */
    static CpuMeter fromNow(Predicate<String> names) {
        return new CpuMeter(names, nanos(names));
    }

    /** All that the threads did since each of them started. */
    static CpuMeter sinceBirth(Predicate<String> names) {
        return new CpuMeter(names, 0);
    }

    double seconds() {
        return (nanos(names) - before) / 1e9;
    }

    private static long nanos(Predicate<String> names) {
        long total = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && names.test(thread.getThreadName())) {
                total += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return total;
    }
}
