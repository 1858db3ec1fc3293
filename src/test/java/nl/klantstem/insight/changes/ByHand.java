package nl.klantstem.insight.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import nl.klantstem.insight.changes.GivenLife.Answer;
import nl.klantstem.insight.changes.GivenLife.Kind;
import nl.klantstem.insight.changes.GivenLife.Line;
import org.assertj.core.data.Offset;

/** Counts from the answers themselves what a published record must say; small groups are told. */
final class ByHand {

    private static final Offset<Double> ROUNDED = within(.005 + 1e-9);
    private static final Offset<Double> PART = within(.01 + 1e-9);
    private static final Offset<Double> SHARE = within(.00005 + 1e-12);

    private final List<Answer> known;
    private final JsonNode value;
    private final String audience;
    private final String journey;
    private final LocalDate from;
    private final LocalDate to;

    ByHand(List<Answer> answers, Line line) {
        value = line.value();
        long asOf = Instant.parse(value.get("asOf").asText()).getEpochSecond() / 60;
        audience = value.at("/scope/audience").asText();
        journey = value.at("/scope/journeyId").asText("");
        from = GivenLife.day(value.at("/window/from"));
        to = GivenLife.day(value.at("/window/to"));
        known = answers.stream()
                .filter(answer -> answer.holds(asOf) && answer.kind().audience().equals(audience))
                .toList();
        assertThat(asOf).isEqualTo(GivenLife.minute(to) + GivenLife.ALLOWANCE);
        assertThat(line.timestamp()).isEqualTo(asOf * 60_000);
    }

    void check() {
        List<Answer> now = own(from, to);
        long days = from.until(to, java.time.temporal.ChronoUnit.DAYS);
        checkScore(value.get("score"), now);
        checkComparison(value.get("previous"), now, from.minusDays(days), from);
        checkComparison(value.get("norm"), now, from.minusDays(56), from);
        if (journey.isEmpty()) {
            assertThat(value.has("rest")).isFalse();
        } else {
            List<Answer> rest = between(from, to);
            rest.removeIf(answer -> answer.kind().journey().equals(journey));
            checkScore(value.at("/rest/score"), rest);
            checkDifference(value.at("/rest/difference"), now, rest);
        }
        checkDrivers(now, own(from.minusDays(days), from));
    }

    private void checkComparison(JsonNode comparison, List<Answer> now, LocalDate since, LocalDate until) {
        List<Answer> before = own(since, until);
        assertThat(Instant.parse(comparison.get("from").asText()).getEpochSecond())
                .isEqualTo(60 * GivenLife.minute(since));
        assertThat(Instant.parse(comparison.get("to").asText()).getEpochSecond())
                .isEqualTo(60 * GivenLife.minute(until));
        checkScore(comparison.get("score"), before);
        JsonNode change = comparison.path("change");
        checkDifference(change, now, before);
        if (change.isMissingNode()) {
            assertThat(comparison.get("verdict").asText()).isEqualTo("TOO_FEW");
            return;
        }
        Function<Kind, String> segment = journey.isEmpty()
                ? kind -> kind.journey() + " " + kind.channel()
                : kind -> kind.channel() + " " + kind.handling();
        double score = checkSegments(change, now, before, segment);
        assertThat(comparison.get("verdict").asText()).isEqualTo(verdict(now, before, score));
    }

    private double checkSegments(
            JsonNode change, List<Answer> now, List<Answer> before, Function<Kind, String> segment) {
        double middle = (mean(now) + mean(before)) / 2;
        double all = 0;
        var sum = new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO};
        var names = new TreeSet<String>();
        for (JsonNode told : change.get("segments")) {
            JsonNode labels = told.get("labels");
            String name = journey.isEmpty()
                    ? labels.get("journeyId").asText() + " "
                            + labels.get("channel").asText()
                    : labels.get("channel").asText() + " "
                            + labels.get("handling").asText();
            names.add(name);
            assertThat(told.get("pooled").asInt()).isZero();
            List<Answer> is = some(now, segment, name);
            List<Answer> was = some(before, segment, name);
            assertThat(told.get("n").asInt()).isEqualTo(is.size());
            assertThat(told.get("before").asInt()).isEqualTo(was.size());
            double to = mean(is.isEmpty() ? was : is);
            double from = mean(was.isEmpty() ? is : was);
            double toShare = (double) is.size() / now.size();
            double fromShare = (double) was.size() / before.size();
            double score = 100 * (to - from) * (fromShare + toShare) / 2;
            double mix = 100 * (toShare - fromShare) * ((from + to) / 2 - middle);
            assertThat(told.get("scoreEffect").asDouble()).isCloseTo(score, PART);
            assertThat(told.get("mixEffect").asDouble()).isCloseTo(mix, PART);
            all += score;
            sum[0] = sum[0].add(new BigDecimal(told.get("scoreEffect").asText()));
            sum[1] = sum[1].add(new BigDecimal(told.get("mixEffect").asText()));
        }
        var both = new ArrayList<>(now);
        both.addAll(before);
        assertThat(names)
                .isEqualTo(new TreeSet<>(both.stream()
                        .map(answer -> segment.apply(answer.kind()))
                        .toList()));
        assertThat(change.get("segments")).hasSize(names.size());
        assertThat(sum[0]).isEqualByComparingTo(change.get("scoreEffect").asText());
        assertThat(sum[1]).isEqualByComparingTo(change.get("mixEffect").asText());
        assertThat(sum[0].add(sum[1])).isEqualByComparingTo(change.get("points").asText());
        return all;
    }

    private static String verdict(List<Answer> now, List<Answer> before, double score) {
        if (now.size() < 30 || before.size() < 30) {
            return "TOO_FEW";
        }
        double adjusted = 100 * (adjusted(now) - adjusted(before));
        double half = 196 * .9999816327 * Math.sqrt(error(now) + error(before));
        if (Math.abs(adjusted) <= half) {
            return "NO_CHANGE";
        }
        double part = score / (100 * (mean(now) - mean(before)));
        return part >= 2 / 3.0 ? "SCORE" : part <= 1 / 3.0 ? "MIX" : "BOTH";
    }

    private static void checkDifference(JsonNode told, List<Answer> one, List<Answer> other) {
        assertThat(told.isMissingNode()).isEqualTo(one.isEmpty() || other.isEmpty());
        if (!told.isMissingNode()) {
            double adjusted = 100 * (adjusted(one) - adjusted(other));
            double error = 100 * Math.sqrt(error(one) + error(other));
            assertThat(told.get("points").asDouble()).isCloseTo(100 * (mean(one) - mean(other)), ROUNDED);
            assertThat(told.at("/interval/low").asDouble())
                    .isCloseTo(Math.max(-200, adjusted - 1.959963985 * error), ROUNDED);
            assertThat(told.at("/interval/high").asDouble())
                    .isCloseTo(Math.min(200, adjusted + 1.959963985 * error), ROUNDED);
            assertThat(told.get("z").asDouble()).isCloseTo(adjusted / error, ROUNDED);
        }
    }

    private void checkDrivers(List<Answer> now, List<Answer> before) {
        if (now.isEmpty()) {
            assertThat(value.has("drivers")).isFalse();
            return;
        }
        Function<Kind, String> driver = Kind::driver;
        var all =
                new TreeSet<>(now.stream().map(answer -> answer.kind().driver()).toList());
        JsonNode largest = value.at("/drivers/largest");
        assertThat(largest).hasSize(Math.min(10, all.size()));
        assertThat(value.at("/drivers/left").asInt()).isEqualTo(all.size() - largest.size());
        for (JsonNode told : largest) {
            String name = told.get("driver").asText();
            List<Answer> its = some(now, driver, name);
            var rest = new ArrayList<>(now);
            rest.removeAll(its);
            assertThat(told.get("pooled").asInt()).isZero();
            assertThat(told.get("n").asInt()).isEqualTo(its.size());
            assertThat(told.get("share").asDouble()).isCloseTo((double) its.size() / now.size(), SHARE);
            assertThat(told.get("nps").asDouble()).isCloseTo(100 * mean(its), ROUNDED);
            assertThat(told.has("impact")).isEqualTo(!rest.isEmpty());
            if (!rest.isEmpty()) {
                assertThat(told.get("impact").asDouble()).isCloseTo(100 * (mean(now) - mean(rest)), ROUNDED);
                assertThat(told.get("without").asDouble()).isCloseTo(100 * mean(rest), ROUNDED);
            }
            assertThat(told.has("shareChange")).isEqualTo(!before.isEmpty());
            if (!before.isEmpty()) {
                double was = (double) some(before, driver, name).size() / before.size();
                assertThat(told.get("shareChange").asDouble()).isCloseTo((double) its.size() / now.size() - was, SHARE);
            }
            all.remove(name);
        }
        double least = StreamSupport.stream(largest.spliterator(), false)
                .mapToDouble(told -> Math.abs(told.path("impact").asDouble()))
                .min()
                .orElseThrow();
        for (String left : all) {
            var rest = new ArrayList<>(now);
            rest.removeAll(some(now, driver, left));
            assertThat(Math.abs(100 * (mean(now) - mean(rest)))).isLessThanOrEqualTo(least + .01);
        }
    }

    private static void checkScore(JsonNode told, List<Answer> answers) {
        assertThat(told.get("n").asInt()).isEqualTo(answers.size());
        assertThat(told.has("nps")).isEqualTo(!answers.isEmpty());
        if (!answers.isEmpty()) {
            assertThat(told.get("nps").asDouble()).isCloseTo(100 * mean(answers), ROUNDED);
            assertThat(told.at("/interval/low").asDouble())
                    .isCloseTo(
                            Math.max(-100, 100 * (adjusted(answers) - 1.959963985 * Math.sqrt(error(answers)))),
                            ROUNDED);
        }
        assertThat(told.get("reliability").asText())
                .isEqualTo(answers.size() < 5 ? "SUPPRESSED" : answers.size() < 30 ? "LOW_N" : "OK");
    }

    private List<Answer> own(LocalDate since, LocalDate until) {
        List<Answer> own = between(since, until);
        own.removeIf(answer -> !journey.isEmpty() && !answer.kind().journey().equals(journey));
        return own;
    }

    private List<Answer> between(LocalDate since, LocalDate until) {
        return new ArrayList<>(known.stream()
                .filter(answer -> !answer.day().isBefore(since) && answer.day().isBefore(until))
                .toList());
    }

    private static List<Answer> some(List<Answer> answers, Function<Kind, String> label, String name) {
        return answers.stream()
                .filter(answer -> label.apply(answer.kind()).equals(name))
                .toList();
    }

    private static double mean(List<Answer> answers) {
        return answers.stream().mapToInt(Answer::contribution).average().orElseThrow();
    }

    /** The mean with 3/4 promoter, 3/2 passive and 3/4 detractor more. */
    private static double adjusted(List<Answer> answers) {
        return answers.stream().mapToInt(Answer::contribution).sum() / (answers.size() + 3.0);
    }

    private static double error(List<Answer> answers) {
        double square = 1.5
                + answers.stream().mapToInt(Answer::contribution).map(Math::abs).sum();
        double mean = adjusted(answers);
        return (square / (answers.size() + 3) - mean * mean) / (answers.size() + 3);
    }
}
