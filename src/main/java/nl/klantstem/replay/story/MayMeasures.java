package nl.klantstem.replay.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.in.ImprovementMeasure.ExpectedDirection;
import nl.klantstem.contract.in.ImprovementMeasure.MeasureScope;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;

/** What was done in May: three measures that took effect together, registered three days before. */
final class MayMeasures {

    private static final long REGISTERED =
            LostInMail.MEASURES.minus(Duration.ofDays(3)).toEpochMilli();
    private static final MeasureScope JOURNEY = new MeasureScope(Telling.JOURNEY, null, null, null);
    /** All customers: those who answer about the journey count there only. */
    private static final MeasureScope THE_REST = new MeasureScope(null, null, null, Audience.CUSTOMER);

    private static final int BEFORE = 90;
    /** Those who answer in the first weeks speak of what was before. */
    private static final int WASHOUT = 14;

    private static final int AFTER = 140;

    private MayMeasures() {}

    static List<ShopRecord> records() {
        return List.of(
                told(
                        "2014-05-order",
                        "Agents order for the customer",
                        ImprovementMeasure.Type.ROLE,
                        ExperienceValue.RELIEVE),
                told(
                        "2014-05-search",
                        "The parcel is looked for with customer and carrier",
                        ImprovementMeasure.Type.PROCESS,
                        ExperienceValue.CO_BUILD),
                told(
                        "2014-05-tailored",
                        "What a birthday or Sinterklaas asks for",
                        ImprovementMeasure.Type.PROCESS,
                        ExperienceValue.TAILORED));
    }

    private static ShopRecord told(String id, String name, ImprovementMeasure.Type type, ExperienceValue value) {
        var measure = new ImprovementMeasure(
                id,
                name,
                type,
                value,
                JOURNEY,
                THE_REST,
                LostInMail.MEASURES,
                BEFORE,
                WASHOUT,
                AFTER,
                ExpectedDirection.UP,
                "customer-care");
        return new ShopRecord(Topic.MEASURES, id.getBytes(UTF_8), Json.bytes(measure), REGISTERED);
    }
}
