package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The same facts twice: told at once and in order; and told in any order within each day, some contacts and answers wrongly
 * at first and corrected later that day, some events twice. A day ends with what its last finals still wait for.
 */
final class Shuffled {

    private static final int CORRECTED_PERCENT = 5;
    private static final int TWICE_PERCENT = 2;

    private final Random random;
    private final ZoneId zone;
    private final List<Line> shuffled = new ArrayList<>();
    private int corrections;

    private Shuffled(long seed, ZoneId zone) {
        this.random = new Random(seed);
        this.zone = zone;
    }

    /** Everything is recorded when it happens. */
    static List<Line> ordered(List<Line> lines) {
        return lines.stream()
                .map(line -> ShopLines.recorded(line.stream(), event(line), at(event(line))))
                .sorted(Comparator.comparing(Line::recordedAt))
                .toList();
    }

    static List<Line> shuffled(long seed, ZoneId zone, List<Line> lines) {
        var shuffled = new Shuffled(seed, zone);
        shuffled.shuffle(lines);
        shuffled.shuffled.sort(Comparator.comparing(Line::recordedAt));
        System.out.println("seed " + seed + ", corrections " + shuffled.corrections + ", lines "
                + shuffled.shuffled.size() + " of " + lines.size());
        return shuffled.shuffled;
    }

    private void shuffle(List<Line> lines) {
        var last = new HashMap<String, ObjectNode>();
        for (Line line : lines) {
            if (line.stream().equals(MessyStream.CONTACTS)) {
                lastWithDriver(event(line), last);
            }
        }
        Set<String> wrong = new HashSet<>();
        last.forEach((contact, event) -> {
            if (event.has("driver") && random.nextInt(100) < CORRECTED_PERCENT) {
                wrong.add(event.path("eventId").asText());
            }
        });
        for (Line line : lines) {
            ObjectNode event = event(line);
            boolean answer = line.stream().equals(MessyStream.RESPONSES)
                    && event.has("nps")
                    && random.nextInt(100) < CORRECTED_PERCENT;
            if (answer) {
                corrected(
                        line.stream(),
                        event,
                        "revision",
                        1,
                        () -> event.put("nps", (event.path("nps").asInt() + 5) % 11));
            } else if (wrong.contains(event.path("eventId").asText())) {
                corrected(line.stream(), event, "seq", 1_000, () -> event.withObject("/driver")
                        .put("code", "odd/one"));
            } else {
                send(line.stream(), event);
            }
        }
    }

    /** By contact the event that says last what drove it: the one whose correction decides. */
    private static void lastWithDriver(ObjectNode event, Map<String, ObjectNode> last) {
        String contact = event.path("contactId").asText();
        @Nullable ObjectNode before = last.get(contact);
        boolean later =
                before == null || before.path("seq").asInt() < event.path("seq").asInt();
        if (event.has("driver") && later) {
            last.put(contact, event);
        }
    }

    private void corrected(String stream, ObjectNode event, String number, int place, Runnable wrong) {
        ObjectNode right = event.deepCopy().put("eventId", "right-" + corrections++);
        right.put(number, place);
        if (number.equals("seq")) {
            right.retain(
                    "eventId",
                    "occurredAt",
                    "source",
                    "audience",
                    "contactId",
                    "seq",
                    "type",
                    "customerKey",
                    "partnerId",
                    "driver");
            right.put("type", "DRIVER_CORRECTED");
        }
        wrong.run();
        send(stream, event);
        send(stream, right);
    }

    private void send(String stream, ObjectNode event) {
        shuffled.add(ShopLines.recorded(stream, event, someTimeThatDay(at(event))));
        if (random.nextInt(100) < TWICE_PERCENT) {
            shuffled.add(ShopLines.recorded(stream, event, someTimeThatDay(at(event))));
        }
    }

    private Instant someTimeThatDay(Instant at) {
        Duration allowance = Windows.ALLOWANCE;
        var day = at.minus(allowance).atZone(zone).truncatedTo(ChronoUnit.DAYS);
        Instant end = day.plusDays(1).toInstant().plus(allowance);
        long left = Duration.between(at, end).toMillis();
        return at.plusMillis((long) (random.nextDouble() * left));
    }

    private static ObjectNode event(Line line) {
        return line.event().orElseThrow();
    }

    private static Instant at(ObjectNode event) {
        return OffsetDateTime.parse(event.path("occurredAt").asText()).toInstant();
    }
}
