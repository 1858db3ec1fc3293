package nl.klantstem.app.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.out.AvoidableContacts;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** How much contact need not have been, what it was most about, and which department can prevent it. */
final class AvoidableLines {

    private static final int TOP = 4;
    private static final Set<String> DEPARTMENTS = Set.of(Scope.AUDIENCE, Scope.DEPARTMENT);
    private static final Set<String> DRIVERS =
            Set.of(Scope.AUDIENCE, Scope.DEPARTMENT, Scope.DRIVER, Scope.LEVEL, Scope.CAUSE);

    private AvoidableLines() {}

    private record Subject(String driver, String department) {}

    /** Contacts of now and of the period before, which may not be known. */
    private record Sum(long avoidable, long value, long unknown, long before) {

        static Sum of(AvoidableContacts of) {
            AvoidableContacts.@Nullable Previous previous = of.previous();
            return new Sum(of.avoidable(), of.value(), of.unknown(), previous == null ? 0 : previous.avoidable());
        }

        Sum plus(Sum other) {
            return new Sum(
                    avoidable + other.avoidable, value + other.value, unknown + other.unknown, before + other.before);
        }

        long contacts() {
            return avoidable + value + unknown;
        }
    }

    static List<String> of(Latest latest) {
        var lines = new ArrayList<String>();
        var drivers = new HashMap<Subject, Sum>();
        var all = new Sum(0, 0, 0, 0);
        for (var of : latest.figures(AvoidableContacts.class, Board.DAY).toList()) {
            var labels = of.scope().labels();
            if (!Audience.CUSTOMER.name().equals(labels.get(Scope.AUDIENCE))) {
                continue;
            }
            if (labels.keySet().equals(DEPARTMENTS)) {
                all = all.plus(Sum.of(of));
            } else if (labels.keySet().equals(DRIVERS) && "2".equals(labels.get(Scope.LEVEL))) {
                drivers.merge(subject(labels), Sum.of(of), Sum::plus);
            }
        }
        if (all.contacts() == 0) {
            lines.add("avoidable     awaiting the first contacts whose cause is known");
            return lines;
        }
        lines.add(row(
                "avoidable, 24 h: " + Text.percent(all.avoidable(), all.avoidable() + all.value())
                        + " of known demand, " + Text.percent(all.unknown(), all.contacts()) + " unknown",
                "department",
                "contacts",
                "day before"));
        lines.add(Board.RULE);
        drivers.entrySet().stream()
                .filter(entry -> entry.getValue().avoidable() > 0)
                .sorted(Comparator.comparingLong((Map.Entry<Subject, Sum> entry) ->
                                -entry.getValue().avoidable())
                        .thenComparing(entry -> entry.getKey().driver()))
                .limit(TOP)
                .forEach(entry -> lines.add(driver(entry.getKey(), entry.getValue())));
        return lines;
    }

    private static Subject subject(Map<String, String> labels) {
        return new Subject(
                labels.getOrDefault(Scope.DRIVER, Scope.UNKNOWN), labels.getOrDefault(Scope.DEPARTMENT, Scope.UNKNOWN));
    }

    private static String driver(Subject subject, Sum sum) {
        return row(
                subject.driver(),
                subject.department(),
                Text.whole(sum.avoidable()),
                Text.change(sum.avoidable(), sum.before()));
    }

    private static String row(Object... columns) {
        return String.format(Locale.ROOT, "%-56.56s %-16.16s %10s %11s", columns);
    }
}
