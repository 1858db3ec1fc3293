package nl.klantstem.insight.effects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.MeasureEffect.Circumstance;
import nl.klantstem.contract.out.MeasureEffectKey;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.Judge;
import nl.klantstem.insight.Now;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.rolling.Reference;
import nl.klantstem.rolling.References;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Says at the close of each local day what the measures brought that are registered by then, when that is news. */
public final class Effects implements Judge {

    private static final String MEASURES = Topic.MEASURES.shortName();
    private static final long NEVER_READ = -1;

    private final ZoneId zone;
    private final long retentionMinutes;
    private final Judgement judgement;
    private final Circumstances circumstances;
    private final Told told;
    private final SortedMap<String, ImprovementMeasure> measures = new TreeMap<>();
    private List<Case> cases = List.of();
    private long version = NEVER_READ;

    /** As it was stored. */
    public Effects(InsightTerms terms, Blocks blocks) {
        this.zone = terms.zone();
        this.retentionMinutes = terms.retention().toMinutes();
        this.judgement = new Judgement(terms);
        this.circumstances = new Circumstances(terms.catalogue().latest().peaks(), zone);
        this.told = new Told(blocks);
    }

    @Override
    public void minute(Now now, Consumer<Published> out) {
        if (now.dayToJudge().isEmpty()) {
            return;
        }
        read(now.references());
        for (String measureId : told.measures()) {
            if (!measures.containsKey(measureId)) {
                told.forget(measureId);
                out.accept(published(measureId, null, now.asOf()));
            }
        }
        LocalDate over = Instant.ofEpochSecond(60 * now.dayToJudge().getAsLong())
                .atZone(zone)
                .toLocalDate();
        var counting = new Counting(now.answers(), now.instances(), zone, over);
        for (Case judged : cases) {
            judge(judged, counting, now).forEach(effect -> tell(effect, judged, out));
        }
    }

    @Override
    public void flush(Blocks blocks) {
        told.flush(blocks);
    }

    private void read(References references) {
        if (version == references.version(MEASURES)) {
            return;
        }
        version = references.version(MEASURES);
        measures.clear();
        for (Reference reference : references.current(MEASURES).values()) {
            ImprovementMeasure measure = measure(reference);
            measures.put(measure.measureId(), measure);
        }
        cases = Case.all(measures.values(), zone);
    }

    private List<MeasureEffect> judge(Case judged, Counting counting, Now now) {
        List<Circumstance> during = circumstances.of(judged, measures.values());
        long from = judged.course().beforeFrom().atStartOfDay(zone).toEpochSecond() / 60;
        if (from >= now.minute() - retentionMinutes) {
            return judgement.of(judged, during, counting, now.asOf());
        }
        byte[] terms = Json.bytes(judged.measures());
        boolean forGood = judged.measures().stream().allMatch(each -> told.isForGood(each.measureId(), terms));
        return forGood ? List.of() : judgement.forgotten(judged, during, counting.over(), now.asOf());
    }

    private void tell(MeasureEffect effect, Case judged, Consumer<Published> out) {
        boolean forGood =
                switch (effect.state()) {
                    case PLANNED, INTERIM -> false;
                    case FINAL, FORGOTTEN -> true;
                };
        byte[] terms = forGood ? Json.bytes(judged.measures()) : Told.NOT_FOR_GOOD;
        if (told.isNews(effect.measureId(), terms, withoutTime(effect))) {
            out.accept(published(effect.measureId(), effect, effect.asOf()));
        }
    }

    private static Published published(String measureId, @Nullable MeasureEffect effect, Instant asOf) {
        return new Published(
                Topic.MEASURE_EFFECTS,
                Json.bytes(new MeasureEffectKey(measureId)),
                effect == null ? null : Json.bytes(effect),
                asOf.toEpochMilli(),
                Published.ANY_PARTITION);
    }

    private static ImprovementMeasure measure(Reference reference) {
        try {
            return Json.MAPPER.readValue(
                    Objects.requireNonNull(reference.value(), "a measure that holds"), ImprovementMeasure.class);
        } catch (IOException e) {
            throw new UncheckedIOException("measure '" + reference.key() + "' was let in, and is none", e);
        }
    }

    private static ObjectNode withoutTime(MeasureEffect effect) {
        ObjectNode tree = Json.MAPPER.valueToTree(effect);
        tree.remove("asOf");
        return tree;
    }
}
