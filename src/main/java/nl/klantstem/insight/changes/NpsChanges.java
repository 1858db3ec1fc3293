package nl.klantstem.insight.changes;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.out.NpsChange;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.Judge;
import nl.klantstem.insight.Now;
import nl.klantstem.insight.changes.Period.Spans;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.rolling.InsightKeys;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;

/**
 * Once a local day is over, says of everything and of each journey how its score changed and why. A subject without answers
 * is told once, after it had some, and then no more.
 */
public final class NpsChanges implements Judge {

    private static final String BLOCKS = "changes/";
    private static final byte[] TOLD = {1};

    private final InsightTerms terms;
    private final ChangeInsight insight;
    /** The subjects that had answers when they were last told, by id. */
    private final Set<String> told = new TreeSet<>();

    private final Set<String> dirty = new LinkedHashSet<>();

    /** As it was stored. */
    public NpsChanges(InsightTerms terms, Blocks blocks) {
        this.terms = terms;
        this.insight = new ChangeInsight(terms.catalogue(), terms.suppress());
        blocks.forEach((name, bytes) -> {
            if (name.startsWith(BLOCKS)) {
                told.add(name.substring(BLOCKS.length()));
            }
        });
    }

    @Override
    public void minute(Now now, Consumer<Published> out) {
        now.dayToJudge().ifPresent(end -> {
            for (Audience audience : Audience.values()) {
                for (Period period : Period.values()) {
                    tell(new Subject(period, audience, null), period.ending(end, terms.zone()), now, out);
                }
            }
        });
    }

    private void tell(Subject everything, Spans spans, Now now, Consumer<Published> out) {
        Answered answers = Answered.of(
                now.answers(),
                DayBook.like(Map.of(Scope.AUDIENCE, everything.audience().name())),
                spans);
        Scores all = answers.total();
        if (isTold(everything, all)) {
            out.accept(published(insight.of(everything, spans, answers, all, now.asOf())));
        }
        SortedMap<String, Answered> journeys = answers.journeys();
        for (String journey : journeys(everything, journeys.keySet())) {
            var subject = new Subject(everything.period(), everything.audience(), journey);
            Answered its = journeys.getOrDefault(journey, Answered.NOTHING);
            if (isTold(subject, its.total())) {
                out.accept(published(insight.of(subject, spans, its, all, now.asOf())));
            }
        }
    }

    /** Those that have answers, and those that had some. */
    private Set<String> journeys(Subject everything, Set<String> answered) {
        var journeys = new TreeSet<>(answered);
        told.stream()
                .map(Subject::parse)
                .filter(subject ->
                        subject.period() == everything.period() && subject.audience() == everything.audience())
                .map(Subject::journey)
                .filter(journey -> journey != null)
                .forEach(journeys::add);
        return journeys;
    }

    private boolean isTold(Subject subject, Scores scores) {
        if (scores.now().n() > 0) {
            if (told.add(subject.id())) {
                dirty.add(subject.id());
            }
            return true;
        }
        boolean had = told.remove(subject.id());
        if (had) {
            dirty.add(subject.id());
        }
        return had;
    }

    private static Published published(NpsChange change) {
        return Published.json(
                Topic.NPS_CHANGE,
                InsightKeys.of(change.scope(), change.window(), change.provisional()),
                change,
                change.asOf().toEpochMilli());
    }

    @Override
    public void flush(Blocks blocks) {
        dirty.forEach(id -> blocks.put(BLOCKS + id, told.contains(id) ? TOLD : null));
        dirty.clear();
    }
}
