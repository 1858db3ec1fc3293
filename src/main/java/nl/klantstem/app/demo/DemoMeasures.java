package nl.klantstem.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.in.ImprovementMeasure.ExpectedDirection;
import nl.klantstem.contract.in.ImprovementMeasure.MeasureScope;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;

/** What the demo's shop did to make things better. Nothing came of it: it shows that this, too, is said. */
final class DemoMeasures {

    private static final Duration AGO = Duration.ofDays(25);
    private static final int BEFORE = 18;
    private static final int WASHOUT = 3;
    private static final int AFTER = 30;

    private DemoMeasures() {}

    static List<ShopRecord> records(Instant now, Instant recordedAt) {
        return List.of(
                measure(
                        "clearer-track-and-trace",
                        "Track and trace says in words where the parcel is",
                        new MeasureScope(null, null, null, Audience.CUSTOMER),
                        now,
                        recordedAt),
                measure(
                        "returns-without-printing",
                        "Returns without printing a label",
                        new MeasureScope("return", null, null, null),
                        now,
                        recordedAt));
    }

    private static ShopRecord measure(String id, String name, MeasureScope scope, Instant now, Instant recordedAt) {
        var measure = new ImprovementMeasure(
                id,
                name,
                ImprovementMeasure.Type.PROCESS,
                null,
                scope,
                null,
                now.minus(AGO),
                BEFORE,
                WASHOUT,
                AFTER,
                ExpectedDirection.UP,
                "customer-care");
        return new ShopRecord(Topic.MEASURES, id.getBytes(UTF_8), Json.bytes(measure), recordedAt.toEpochMilli());
    }
}
