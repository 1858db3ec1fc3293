package nl.klantstem.app.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.SurveyResponse.Status;
import nl.klantstem.contract.out.LinkedResponse;
import nl.klantstem.contract.out.LinkedResponse.Counted;
import org.jspecify.annotations.Nullable;

/** What each response counted as since when, the last that was published of it. */
final class Responses {

    private final Question question;
    private final Map<String, List<Counted>> byId = new HashMap<>();

    /** How many responses there are of a cause, and by how much they changed the day. */
    record Effect(long responses, Split split) {

        static final Effect NONE = new Effect(0, Split.NONE);

        Effect plus(Effect other) {
            return new Effect(responses + other.responses, split.plus(other.split));
        }
    }

    Responses(Question question) {
        this.question = question;
    }

    /** Takes a response; null when it was deleted. Those that never counted in the period are not kept. */
    void take(String id, @Nullable LinkedResponse response) {
        List<Counted> steps = response == null ? List.of() : steps(response);
        if (steps.stream()
                .anyMatch(step -> step.answeredAt() != null && question.period().holds(step.answeredAt()))) {
            byId.put(id, steps);
        } else {
            byId.remove(id);
        }
    }

    /** A response that says nothing of it counts as it stands since the minute of its asOf. */
    private static List<Counted> steps(LinkedResponse r) {
        if (r.counted() != null) {
            return r.counted();
        }
        boolean counts = r.nps() != null
                && r.programme().feedsNps()
                && (r.status() == Status.COMPLETE || r.status() == Status.PARTIAL);
        return counts
                ? List.of(new Counted(
                        r.asOf().truncatedTo(ChronoUnit.MINUTES),
                        r.programme(),
                        r.audience(),
                        r.journeyId(),
                        r.answeredAt(),
                        r.nps()))
                : List.of();
    }

    /** What changed a day between two recorded times, by cause. */
    Map<Cause, Effect> effects(Period.Day day, Instant then, Instant now) {
        var effects = new EnumMap<Cause, Effect>(Cause.class);
        for (List<Counted> steps : byId.values()) {
            @Nullable Counted was = at(steps, then);
            @Nullable Counted is = at(steps, now);
            boolean hereThen = was != null && question.holds(was, day);
            boolean hereNow = is != null && question.holds(is, day);
            Split split = (hereNow ? score(is) : Split.NONE).minus(hereThen ? score(was) : Split.NONE);
            @Nullable Cause cause = cause(was, is, hereThen, hereNow);
            if (cause != null) {
                effects.merge(cause, new Effect(1, split), Effect::plus);
            }
        }
        return effects;
    }

    private static @Nullable Cause cause(
            @Nullable Counted was, @Nullable Counted is, boolean hereThen, boolean hereNow) {
        if (hereThen && hereNow) {
            boolean same =
                    was != null && is != null && was.nps() != null && was.nps().equals(is.nps());
            return same ? null : Cause.REVISED;
        }
        if (hereNow) {
            return counts(was) ? Cause.MOVED_IN : Cause.LATE;
        }
        if (hereThen) {
            return counts(is) ? Cause.MOVED_OUT : Cause.WITHDRAWN;
        }
        return null;
    }

    private static boolean counts(@Nullable Counted counted) {
        return counted != null && counted.nps() != null;
    }

    private static Split score(@Nullable Counted counted) {
        @Nullable Integer nps = counted == null ? null : counted.nps();
        return nps == null ? Split.NONE : Split.of(nps);
    }

    /** What it counted as in figures as of a time: whole minutes, as all of ours. */
    private static @Nullable Counted at(List<Counted> steps, Instant asOf) {
        @Nullable Counted at = null;
        for (Counted step : steps) {
            at = step.since().isBefore(asOf) ? step : at;
        }
        return at;
    }
}
