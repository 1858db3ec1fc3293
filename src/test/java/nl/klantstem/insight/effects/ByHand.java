package nl.klantstem.insight.effects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.in.ImprovementMeasure.MeasureScope;
import nl.klantstem.insight.effects.GivenShop.About;
import nl.klantstem.insight.effects.GivenShop.Answer;
import nl.klantstem.insight.effects.GivenShop.Registered;
import nl.klantstem.insight.effects.GivenShop.Way;
import org.jspecify.annotations.Nullable;

/** The same figures counted and computed from the facts themselves, by other code and formulas written out. */
final class ByHand {

    /** All that an answer can be about. */
    private static final List<About> WORLD = GivenShop.AUDIENCES.stream()
            .flatMap(a -> GivenShop.JOURNEYS.stream().flatMap(j -> GivenShop.CHANNELS.stream()
                    .flatMap(c -> GivenShop.DRIVERS.stream().map(d -> new About(a, j, c, d)))))
            .toList();

    private final GivenShop shop;
    private final long asOf;
    private final LocalDate over;
    private final Map<String, ImprovementMeasure> measures = new TreeMap<>();
    private final List<Set<String>> groups = new ArrayList<>();

    /** The days of a group; ends exclusive. */
    record Days(LocalDate before, LocalDate effect, LocalDate after, LocalDate end) {}

    /** What is compared: by promoters, passives and detractors. */
    record Counted(long[] before, long[] after, long @Nullable [] controlBefore, long @Nullable [] controlAfter) {}

    /** Difference, its two intervals and z. */
    record Effect(double points, double low, double high, double anytimeLow, double anytimeHigh, double z) {}

    ByHand(GivenShop shop, long asOf) {
        this.shop = shop;
        this.asOf = asOf;
        this.over = java.time.Instant.ofEpochSecond(60 * (asOf - GivenShop.ALLOWANCE))
                .atZone(GivenShop.ZONE)
                .toLocalDate();
        for (Registered each : shop.registered) {
            if (each.at() < asOf) {
                measures.remove(each.id());
                if (each.measure() != null) {
                    measures.put(each.id(), each.measure());
                }
            }
        }
        measures.keySet().forEach(id -> groups.add(new TreeSet<>(Set.of(id))));
        while (join()) {
            // until nothing is left to be joined
        }
    }

    private boolean join() {
        for (Set<String> one : groups) {
            for (Set<String> other : groups) {
                if (one != other && !external(one) && !external(other) && meet(days(one), days(other))) {
                    boolean share = WORLD.stream().anyMatch(about -> in(one, about) && in(other, about));
                    if (share) {
                        groups.remove(other);
                        one.addAll(other);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean meet(Days one, Days other) {
        return !(one.end().compareTo(other.before()) <= 0 || other.end().compareTo(one.before()) <= 0);
    }

    private boolean external(Set<String> group) {
        return group.stream().anyMatch(id -> measure(id).type() == ImprovementMeasure.Type.EXTERNAL_EVENT);
    }

    private ImprovementMeasure measure(String id) {
        return java.util.Objects.requireNonNull(measures.get(id));
    }

    Set<String> known() {
        return measures.keySet();
    }

    LocalDate over() {
        return over;
    }

    Set<String> group(String id) {
        return groups.stream().filter(group -> group.contains(id)).findFirst().orElseThrow();
    }

    Days days(Set<String> group) {
        LocalDate effect = LocalDate.MAX;
        LocalDate after = LocalDate.MIN;
        int pre = 0;
        int post = 0;
        for (String id : group) {
            ImprovementMeasure each = measure(id);
            var local = each.effectiveAt().atZone(GivenShop.ZONE).toLocalDateTime();
            boolean midnight = local.equals(local.toLocalDate().atStartOfDay());
            LocalDate first = local.toLocalDate().plusDays(each.washoutDays() + (midnight ? 0 : 1));
            effect = local.toLocalDate().isBefore(effect) ? local.toLocalDate() : effect;
            after = first.isAfter(after) ? first : after;
            pre = Math.max(pre, each.preDays());
            post = Math.max(post, each.postDays());
        }
        return new Days(effect.minusDays(pre), effect, after, after.plusDays(post));
    }

    private static boolean matches(@Nullable MeasureScope scope, About about) {
        return scope != null
                && (scope.journeyId() == null || scope.journeyId().equals(about.journey()))
                && (scope.channel() == null || scope.channel().name().equals(about.channel()))
                && (scope.audience() == null || scope.audience().name().equals(about.audience()))
                && (scope.driver() == null || (about.driver() + "/").startsWith(scope.driver() + "/"));
    }

    private boolean in(Set<String> group, About about) {
        return group.stream().anyMatch(id -> matches(measure(id).scope(), about));
    }

    private boolean inControl(Set<String> group, About about) {
        return !in(group, about)
                && group.stream().anyMatch(id -> matches(measure(id).controlScope(), about));
    }

    Counted counted(Set<String> group) {
        Days days = days(group);
        boolean controlled = group.stream().anyMatch(id -> measure(id).controlScope() != null);
        Predicate<About> inside = about -> in(group, about);
        Predicate<About> control = about -> inControl(group, about);
        return new Counted(
                count(days.before(), days.effect(), inside),
                count(days.after(), days.end(), inside),
                controlled ? count(days.before(), days.effect(), control) : null,
                controlled ? count(days.after(), days.end(), control) : null);
    }

    private long[] count(LocalDate from, LocalDate to, Predicate<About> which) {
        var counts = new long[3];
        for (Answer answer : shop.answers) {
            boolean day = !answer.day().isBefore(from)
                    && answer.day().isBefore(to)
                    && answer.day().isBefore(over);
            if (day && answer.holds(asOf) && which.test(answer.about())) {
                counts[answer.score() >= 9 ? 0 : answer.score() >= 7 ? 1 : 2]++;
            }
        }
        return counts;
    }

    /** Instances and, of them, those with an order placed again: before, then after. */
    long[] reordered(Set<String> group) {
        Days days = days(group);
        var counts = new long[4];
        for (Way way : shop.ways) {
            if (way.known() < asOf
                    && in(group, new About(way.audience(), way.journey(), "-", "-"))
                    && way.day().isBefore(over)) {
                int at = way.day().isBefore(days.before())
                        ? -1
                        : way.day().isBefore(days.effect())
                                ? 0
                                : way.day().isBefore(days.after())
                                        ? -1
                                        : way.day().isBefore(days.end()) ? 2 : -1;
                if (at >= 0) {
                    counts[at]++;
                    counts[at + 1] += way.reordered() ? 1 : 0;
                }
            }
        }
        return counts;
    }

    static long n(long[] counts) {
        return counts[0] + counts[1] + counts[2];
    }

    private static double nps(long[] c) {
        return 100.0 * (c[0] - c[2]) / n(c);
    }

    private static double mean(long[] c) {
        return (c[0] - c[2]) / (n(c) + 3.0);
    }

    private static double variance(long[] c) {
        double x = mean(c);
        return (c[0] + c[2] + 1.5) / (n(c) + 3.0) - x * x;
    }

    /** The answers expected after at the rate before. */
    long expected(Set<String> group, long[] before) {
        Days days = days(group);
        long elapsed = java.time.temporal.ChronoUnit.DAYS.between(
                days.before(), over.isBefore(days.effect()) ? over : days.effect());
        long post = java.time.temporal.ChronoUnit.DAYS.between(days.after(), days.end());
        return elapsed <= 0 ? 0 : Math.round((double) n(before) * post / elapsed);
    }

    /** Null when a group has no answers. */
    @Nullable
    Effect effect(Set<String> group) {
        Counted c = counted(group);
        var signs = new HashMap<long[], Integer>(Map.of(c.after(), 1, c.before(), -1));
        double atPlan = 1 / Math.max(1.0, expected(group, c.before())) + 1 / (n(c.before()) + 3.0);
        if (c.controlBefore() != null && c.controlAfter() != null) {
            signs.put(c.controlAfter(), -1);
            signs.put(c.controlBefore(), 1);
            atPlan += 1 / Math.max(1.0, expected(group, c.controlBefore())) + 1 / (n(c.controlBefore()) + 3.0);
        }
        double points = 0;
        double adjusted = 0;
        double error = 0;
        double inverse = 0;
        for (var each : signs.entrySet()) {
            if (n(each.getKey()) == 0) {
                return null;
            }
            points += each.getValue() * nps(each.getKey());
            adjusted += 100 * each.getValue() * mean(each.getKey());
            error += variance(each.getKey()) / (n(each.getKey()) + 3.0);
            inverse += 1 / (n(each.getKey()) + 3.0);
        }
        double farthest = signs.size() == 2 ? 200 : 400;
        double half = 196 / 1.96 * 1.959963984540054 * Math.sqrt(error);
        // half^2 = V (1 + 1/rho) ln((1 + rho) / alpha^2), rho = (c + ln c + 1) m / m*, c = -2 ln alpha
        double c0 = -2 * Math.log(0.05);
        double rho = (c0 + Math.log(c0) + 1) * atPlan / inverse;
        double wide = 100 * Math.sqrt(error * (1 + 1 / rho) * Math.log((1 + rho) / 0.0025));
        return new Effect(
                points,
                Math.max(-farthest, adjusted - half),
                Math.min(farthest, adjusted + half),
                Math.max(-farthest, adjusted - wide),
                Math.min(farthest, adjusted + wide),
                adjusted / 100 / Math.sqrt(error));
    }

    /** What change could have been seen, in points: 280.16 sqrt of the sum of v / n. */
    double detectable(Set<String> group) {
        Counted c = counted(group);
        double sum = pooled(c.before(), c.after());
        if (c.controlBefore() != null && c.controlAfter() != null) {
            sum += pooled(c.controlBefore(), c.controlAfter());
        }
        return (1.959963984540054 + 0.8416212335729143) * 100 * Math.sqrt(sum);
    }

    private static double pooled(long[] before, long[] after) {
        var both = new long[] {before[0] + after[0], before[1] + after[1], before[2] + after[2]};
        return variance(both) / n(before) + variance(both) / n(after);
    }

    String state(Set<String> group) {
        Days days = days(group);
        return over.compareTo(days.after()) <= 0 ? "PLANNED" : over.compareTo(days.end()) < 0 ? "INTERIM" : "FINAL";
    }

    @Nullable
    String verdict(Set<String> group) {
        String state = state(group);
        if (state.equals("PLANNED")) {
            return null;
        }
        Effect effect = effect(group);
        Counted c = counted(group);
        boolean few = n(c.before()) < 30 || n(c.after()) < 30;
        if (c.controlBefore() != null && c.controlAfter() != null) {
            few |= n(c.controlBefore()) < 30 || n(c.controlAfter()) < 30;
        }
        if (few || effect == null) {
            return "TOO_FEW";
        }
        boolean last = state.equals("FINAL");
        if ((last ? effect.low() : effect.anytimeLow()) > 0) {
            return "IMPROVED";
        }
        if ((last ? effect.high() : effect.anytimeHigh()) < 0) {
            return "WORSENED";
        }
        return detectable(group) > 20 ? "TOO_FEW" : "NO_CHANGE_SEEN";
    }

    /** Whether every scope of the group that is not inside another one is of a whole journey. */
    boolean ofJourneys(Set<String> group) {
        List<Set<About>> shares = group.stream()
                .map(id -> WORLD.stream()
                        .filter(about -> matches(measure(id).scope(), about))
                        .collect(Collectors.toSet()))
                .toList();
        List<String> ids = List.copyOf(group);
        for (int i = 0; i < ids.size(); i++) {
            Set<About> own = shares.get(i);
            MeasureScope scope = measure(ids.get(i)).scope();
            boolean whole = scope.journeyId() != null && scope.driver() == null && scope.channel() == null;
            if (!whole && shares.stream().noneMatch(s -> s.size() > own.size() && s.containsAll(own))) {
                return false;
            }
        }
        return true;
    }
}
