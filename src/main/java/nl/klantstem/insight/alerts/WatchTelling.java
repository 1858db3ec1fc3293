package nl.klantstem.insight.alerts;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.NpsWatch.State;
import nl.klantstem.contract.out.NpsWatchKey;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.LastTold;
import nl.klantstem.insight.Now;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.stats.Direction;
import nl.klantstem.stats.Norm;
import nl.klantstem.stats.TwoDecimals;
import nl.klantstem.stats.Watch;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** How scores are watched, as the records of nps-watches: at the pace of the pipeline, and when a state changes. */
final class WatchTelling {

    private static final int MINUTES_PER_HOUR = 60;

    private final InsightTerms terms;
    private final LastTold told;
    private final LastTold states;

    WatchTelling(InsightTerms terms, Blocks blocks) {
        this.terms = terms;
        this.told = new LastTold("watches-told/", blocks);
        this.states = new LastTold("watch-states/", blocks);
    }

    void tell(WatchedScope watched, Now now, Consumer<Published> out) {
        State state = state(watched);
        boolean changed = watched.changesTo(state) && states.isNews(watched.name(), state);
        if ((changed || isDue(watched, now)) && told.isNews(watched.name(), watch(watched, now, Instant.EPOCH))) {
            out.accept(Published.json(
                    Topic.NPS_WATCHES,
                    new NpsWatchKey(Programme.TRANSACTIONAL, watched.scope()),
                    watch(watched, now, now.asOf()),
                    now.asOf().toEpochMilli()));
        }
    }

    void flush(Blocks blocks) {
        told.flush(blocks);
        states.flush(blocks);
    }

    /** Evidence moves with answers; all else with the days. */
    private boolean isDue(WatchedScope watched, Now now) {
        long sinceMidnight = now.minute() + 1 - now.days().start(now.minute());
        return now.endsDay()
                || (sinceMidnight % terms.everyMinutes() == 0
                        && (sinceMidnight % MINUTES_PER_HOUR == 0
                                || !watched.answers().isEmpty()));
    }

    private static State state(WatchedScope watched) {
        if (watched.isInIncident()) {
            return State.INCIDENT;
        }
        return watched.watch().isReady() ? State.WATCHING : State.LEARNING;
    }

    private NpsWatch watch(WatchedScope watched, Now now, Instant asOf) {
        Watch watch = watched.watch();
        State state = state(watched);
        boolean watching = state == State.WATCHING;
        boolean learning = state == State.LEARNING;
        OptionalInt days = watch.daysToGo();
        double tolerated = watched.tolerance().falseAlarmsPerYear();
        return new NpsWatch(
                Programme.TRANSACTIONAL,
                watched.scope(),
                state,
                watch.norm().map(Norm::score).map(TwoDecimals::of).orElse(null),
                points(watch.guard()),
                watching ? years(watch.years(Direction.DROP)) : null,
                watching ? years(watch.years(Direction.RISE)) : null,
                AlertText.years(1 / tolerated),
                tolerated,
                watched.tolerance().smallestChange(),
                learning ? (Long) watch.answersToGo() : null,
                learning && days.isPresent() ? (Integer) days.getAsInt() : null,
                watched.incident(),
                asOf,
                terms.catalogue().at(now.asOf()).version(),
                NpsWatch.SCHEMA_VERSION);
    }

    private static @Nullable Double years(OptionalDouble years) {
        return years.isPresent() ? (Double) AlertText.years(years.getAsDouble()) : null;
    }

    private static @Nullable Double points(OptionalDouble points) {
        return points.isPresent() ? (Double) TwoDecimals.of(points.getAsDouble()) : null;
    }
}
