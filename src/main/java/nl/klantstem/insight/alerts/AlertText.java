package nl.klantstem.insight.alerts;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.PointsChange;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.ScoreExplanation;
import org.jspecify.annotations.Nullable;

/** What an alert says, in a sentence or two. */
final class AlertText {

    private static final double FOUR_DECIMALS = 10_000;

    private AlertText() {}

    /** Of an incident that is about one scope first. */
    static String of(
            NpsAlert.Kind kind, NpsAlert.State state, NpsAlert.Member first, Optional<ScoreExplanation> explanation) {
        String text = scope(first.scope()) + ": " + change(kind, first) + ". " + evidence(first)
                + explanation.map(AlertText::why).orElse("");
        return switch (state) {
            case OPEN -> text;
            case RECOVERED -> text + " It is back, at least half of the way.";
            case NEW_NORMAL -> text + " It has lasted so long that it is the ordinary from now on.";
            case RETRACTED -> text + " Corrections took back what the alarm was raised for.";
        };
    }

    private static String change(NpsAlert.Kind kind, NpsAlert.Member first) {
        PointsChange size = first.size();
        @Nullable Double points = size.points();
        String way = kind == NpsAlert.Kind.DROP ? "fell" : "rose";
        String since = " since " + first.since();
        if (points == null || size.low() == null || size.high() == null) {
            return "NPS " + way + since + ", on too few answers to show by how much";
        }
        return number("NPS %s by %.1f points (%+.1f to %+.1f)", way, Math.abs(points), size.low(), size.high())
                + since
                + number(", to %.1f on %d answers; %.1f is usual", first.nps(), first.n(), first.baseline());
    }

    private static String evidence(NpsAlert.Member first) {
        return number(
                "If nothing had changed, evidence this strong would come up less than once in %.1f years.",
                first.evidenceYears());
    }

    private static String why(ScoreExplanation why) {
        return number(
                " Against the four weeks before: %+.1f points, of which %+.1f by how segments scored and %+.1f by their"
                        + " mix.",
                why.change(), why.scores(), why.mix());
    }

    /** The labels by which a scope is told. */
    private static String scope(Scope scope) {
        Map<String, String> labels = new TreeMap<>(scope.labels());
        @Nullable String audience = labels.remove(Scope.AUDIENCE);
        return labels.isEmpty() ? "all journeys (" + audience + ")" : String.join(" ", labels.values());
    }

    /** Years of evidence as they are published: to 4 decimals. */
    static double years(double years) {
        return Math.round(Math.min(years, Long.MAX_VALUE / FOUR_DECIMALS) * FOUR_DECIMALS) / FOUR_DECIMALS;
    }

    private static String number(String format, @Nullable Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
