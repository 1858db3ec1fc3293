package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.klantstem.exact.Figures.Adjusted;
import nl.klantstem.exact.Figures.Scores;
import org.jspecify.annotations.Nullable;

/** What journey-steps must say of counts; a block without anything to say is absent. */
final class StepInsight {

    private StepInsight() {}

    /** The difference that is ranked: bad minus others, in points. */
    private record Difference(double low, double high) {
        static @Nullable Difference of(Counts counts) {
            var bad = Scores.of(counts, "bad ");
            var others = Scores.of(counts, "others ");
            if (bad.n() == 0 || others.n() == 0) {
                return null;
            }
            double[] ends = Figures.ends(Adjusted.of(bad), Adjusted.of(others));
            return new Difference(ends[0], ends[1]);
        }
    }

    static ObjectNode of(Map<String, String> scope, Counts now, List<Counts> peers) {
        var json = Line.JSON.createObjectNode();
        json.put("reached", now.of("completed") + now.of("abandoned") + now.of("open"));
        for (String field : List.of("completed", "abandoned", "open", "contacts", "secondContacts")) {
            json.put(field, now.of(field));
        }
        Figures.durations(json, "duration", now, Times.LONG);
        if (json.path("reached").asLong() > 0) {
            var length = Line.JSON.createObjectNode();
            Figures.durations(length, "wait", now, Times.LONG);
            var waits = json.putObject("waits").put("imposed", now.of("imposed"));
            Figures.share(
                    waits, "share", now.of("imposed"), json.path("reached").asLong());
            if (length.has("wait")) {
                waits.set("length", length.get("wait"));
            }
        }
        experience(json, now);
        answers(json, "answers", "answers ", now);
        answers(json, "mysteryShop", "mystery ", now);
        hurt(json, scope, now, peers);
        return json;
    }

    private static void experience(ObjectNode json, Counts now) {
        var experience = Line.JSON.createObjectNode();
        long known = 0;
        for (String each : new String[] {"POSITIVE", "NEUTRAL", "NEGATIVE"}) {
            experience.put(each.toLowerCase(Locale.ROOT), now.of(each));
            known += now.of(each);
        }
        var observed = Line.JSON.createObjectNode();
        for (String emotion : MessyStream.EMOTIONS) {
            if (now.of("observed " + emotion) > 0) {
                observed.put(emotion, now.of("observed " + emotion));
            }
        }
        if (!observed.isEmpty()) {
            experience.set("observed", observed);
        }
        if (known > 0 || !observed.isEmpty()) {
            json.set("experience", experience);
        }
    }

    private static void answers(ObjectNode json, String field, String whose, Counts now) {
        if (now.of(whose + "n") == 0) {
            return;
        }
        var answers = json.putObject(field).put("n", now.of(whose + "n"));
        var score = Figures.score(Scores.of(now, whose));
        if (score != null) {
            answers.set("nps", score);
        }
        var values = Line.JSON.createObjectNode();
        for (String value : new String[] {"RELIEVE", "PERSONAL", "TAILORED", "EXCEED", "CO_BUILD"}) {
            long n = 0;
            long sum = 0;
            for (int given = 1; given <= 5; given++) {
                n += now.of(whose + value + " " + given);
                sum += given * now.of(whose + value + " " + given);
            }
            if (n > 0) {
                var of = values.putObject(value).put("n", n).put("mean", Figures.quotient(sum, n, 2));
                Figures.ratio(of, "top2", now.of(whose + value + " 4") + now.of(whose + value + " 5"), n);
            }
        }
        if (!values.isEmpty()) {
            answers.set("values", values);
        }
        var emotions = Line.JSON.createObjectNode();
        for (String emotion : MessyStream.EMOTIONS) {
            var byIntensity = Line.JSON.createArrayNode();
            long n = 0;
            for (int intensity = 1; intensity <= 3; intensity++) {
                n += now.of(whose + emotion + " " + intensity);
                byIntensity.add(now.of(whose + emotion + " " + intensity));
            }
            if (n > 0) {
                var felt = emotions.putObject(emotion).put("n", n);
                Figures.share(felt, "share", n, now.of(whose + "n"));
                felt.set("byIntensity", byIntensity);
            }
        }
        if (!emotions.isEmpty()) {
            answers.set("emotions", emotions);
        }
    }

    private static void hurt(ObjectNode json, Map<String, String> scope, Counts now, List<Counts> peers) {
        var bad = Figures.score(Scores.of(now, "bad "));
        var others = Figures.score(Scores.of(now, "others "));
        if (bad == null) {
            return;
        }
        var hurt = json.putObject("hurt");
        hurt.set("bad", bad);
        if (others != null) {
            hurt.set("others", others);
            Figures.difference(hurt, "difference", Scores.of(now, "bad "), Scores.of(now, "others "));
            rank(hurt, scope, now, peers);
        }
        hurt.put("reading", "ASSOCIATION");
    }

    private static boolean isRanked(Counts counts) {
        return Scores.of(counts, "bad ").n() >= 30
                && Scores.of(counts, "others ").n() >= 30;
    }

    private static void rank(ObjectNode hurt, Map<String, String> scope, Counts now, List<Counts> peers) {
        if (!scope.containsKey("stepId")
                || Set.of("unknown", "other").contains(scope.get("stepId"))
                || !isRanked(now)) {
            return;
        }
        var ranked = new ArrayList<Difference>();
        for (Counts peer : peers) {
            var difference = Difference.of(peer);
            if (isRanked(peer) && difference != null) {
                ranked.add(difference);
            }
        }
        var own = Objects.requireNonNull(Difference.of(now));
        Figures.rank(
                hurt,
                ranked.stream().filter(peer -> peer.high() < own.low()).count(),
                ranked.stream().filter(peer -> peer.low() > own.high()).count(),
                ranked.size());
    }
}
