package nl.klantstem.insight.effects;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.in.ImprovementMeasure.ExpectedDirection;
import nl.klantstem.contract.in.ImprovementMeasure.MeasureScope;
import org.jspecify.annotations.Nullable;

/** Measures. */
final class GivenMeasures {

    static final MeasureScope LOST = new MeasureScope("lost-in-mail", null, null, null);
    static final MeasureScope RETURN = new MeasureScope("return", null, null, null);

    private GivenMeasures() {}

    /** One that took effect at the start of a day, with so many days before and after. */
    static ImprovementMeasure measure(String id, MeasureScope scope, LocalDate day, int days) {
        return measure(id, ImprovementMeasure.Type.PROCESS, scope, null, day, LocalTime.MIDNIGHT, days, 0, days);
    }

    static ImprovementMeasure against(ImprovementMeasure measure, @Nullable MeasureScope control) {
        return new ImprovementMeasure(
                measure.measureId(),
                measure.name(),
                measure.type(),
                measure.experienceValue(),
                measure.scope(),
                control,
                measure.effectiveAt(),
                measure.preDays(),
                measure.washoutDays(),
                measure.postDays(),
                measure.expectedDirection(),
                measure.owner());
    }

    @SuppressWarnings("TooManyParameters")
    static ImprovementMeasure measure(
            String id,
            ImprovementMeasure.Type type,
            MeasureScope scope,
            @Nullable MeasureScope control,
            LocalDate day,
            LocalTime time,
            int pre,
            int washout,
            int post) {
        return new ImprovementMeasure(
                id,
                "measure " + id,
                type,
                null,
                scope,
                control,
                day.atTime(time).atZone(GivenShop.ZONE).toInstant(),
                pre,
                washout,
                post,
                ExpectedDirection.UP,
                "care");
    }

    static ImprovementMeasure random(String id, Random random, LocalDate from) {
        return measure(
                id,
                random.nextInt(4) == 0 ? ImprovementMeasure.Type.EXTERNAL_EVENT : ImprovementMeasure.Type.IT,
                scope(random),
                random.nextInt(3) == 0 ? scope(random) : null,
                from.plusDays(10 + random.nextInt(100)),
                random.nextBoolean() ? LocalTime.MIDNIGHT : LocalTime.of(random.nextInt(24), 30),
                1 + random.nextInt(40),
                random.nextInt(5),
                1 + random.nextInt(40));
    }

    private static MeasureScope scope(Random random) {
        return new MeasureScope(
                random.nextInt(4) == 0 ? null : GivenShop.JOURNEYS.get(random.nextInt(2)),
                random.nextInt(3) == 0
                        ? List.of("delivery", "delivery/lost", "delivery/lost/found", "returns/how")
                                .get(random.nextInt(4))
                        : null,
                random.nextInt(4) == 0 ? Channel.valueOf(GivenShop.CHANNELS.get(random.nextInt(2))) : null,
                random.nextInt(5) == 0 ? Audience.CUSTOMER : null);
    }
}
