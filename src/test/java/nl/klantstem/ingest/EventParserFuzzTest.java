package nl.klantstem.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.testkit.BadInputs;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the bytes: an answer, and the one that reading the whole document as a tree would give about its syntax. */
@Timeout(60)
class EventParserFuzzTest {

    private static final long SEED = 20_260_303;
    private static final Duration SEARCH = Duration.ofSeconds(2);
    private static final int AT_MOST = 200_000;
    private static final Set<RejectReason> SYNTAX = EnumSet.of(
            RejectReason.EMPTY,
            RejectReason.UNKNOWN_FORMAT,
            RejectReason.NOT_JSON,
            RejectReason.NOT_OBJECT,
            RejectReason.DUPLICATE_FIELD,
            RejectReason.TOO_DEEP);
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "\\ud83d",
            "null",
            "true",
            "1e1",
            "-",
            "0",
            ".",
            "1e999999999",
            "NaN",
            "{\"nps\":1}",
            "\"nps\":",
            "\"eventId\":\"x\",",
            "\"intent\":{\"code\":",
            "\"items\":[{\"quantity\":1},",
            "\"quantity\":0,",
            "\"experience\":\"",
            "\"forecastContacts\":{\"PHONE\":{\"",
            "\"scope\":{",
            "\0",
            "\n",
            "é",
            "😀",
            "\ufeff",
            "[".repeat(70),
            "9".repeat(120),
            "/**/");

    @Test
    void mutated_records_never_break_the_parser_and_their_syntax_is_judged_as_the_tree_parser_does() {
        var random = new Random(SEED);
        var seeds = seeds();
        long end = System.nanoTime() + SEARCH.toNanos();
        int tried = 0;
        int sound = 0;
        for (; tried < AT_MOST && System.nanoTime() < end; tried++) {
            var seed = seeds.get(random.nextInt(seeds.size()));
            sound += check(seed.stream(), mutated(random, seed.value()), tried) ? 1 : 0;
        }
        assertThat(tried).as("seed %d, sound %d", SEED, sound).isGreaterThan(2_000);
        assertThat(sound).isBetween(tried / 20, tried * 19 / 20);
    }

    @Test
    void every_prefix_of_a_record_is_judged_as_the_tree_parser_does() {
        var some = new ArrayList<>(seeds().subList(0, 40));
        seeds().stream()
                .filter(seed -> seed.stream() == Topic.ORDER_EVENTS
                        || seed.stream() == Topic.DELIVERY_EVENTS
                        || seed.stream() == Topic.JOURNEY_STEP_EVENTS
                        || seed.stream().isReference())
                .forEach(some::add);
        for (var seed : some) {
            for (int length = 1; length < Math.min(seed.value().length, 1_500); length++) {
                check(seed.stream(), Arrays.copyOf(seed.value(), length), length);
            }
        }
    }

    @Test
    void random_bytes_are_refused() {
        var random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            var bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            check(Topic.SURVEY_RESPONSES, bytes, i);
        }
    }

    /** Whether the document was sound. */
    private boolean check(Topic stream, byte[] bytes, int number) {
        var parsed = ReadRecord.of(stream, bytes);
        boolean sound = SoundJson.document(bytes).isPresent();
        // Too long may be beyond the limits of the syntax, or an id that is longer than ids are, which is not.
        boolean refused = parsed.reason() != null
                && (SYNTAX.contains(parsed.reason()) || (parsed.reason() == RejectReason.TOO_LONG && !sound));
        if (refused == sound) {
            throw new AssertionError("seed " + SEED + ", try " + number + ": " + parsed + " for "
                    + new String(bytes, StandardCharsets.UTF_8));
        }
        if (parsed.fact() != null) {
            write(parsed.fact());
        }
        return !refused;
    }

    /** What was accepted can be written again, half characters and all. */
    private static void write(Object fact) {
        try {
            assertThat(Json.MAPPER.writeValueAsBytes(fact)).isNotEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BadInputs.Case> seeds() {
        var seeds = new ArrayList<>(BadInputs.all());
        seeds.removeIf(c -> c.value() == null || c.value().length > 4_000 || c.value().length == 0);
        return seeds;
    }

    private static byte[] mutated(Random random, byte[] seed) {
        var bytes = seed;
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            int at = random.nextInt(bytes.length + 1);
            bytes = switch (random.nextInt(5)) {
                case 0 -> splice(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
                case 1 -> splice(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), new byte[0]);
                case 2 -> splice(bytes, at, at, piece(random));
                case 3 -> splice(bytes, at, Math.min(bytes.length, at + random.nextInt(8)), piece(random));
                default -> splice(bytes, at, at, slice(random, bytes));
            };
        }
        return bytes;
    }

    private static byte[] piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] slice(Random random, byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(40)));
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] insert) {
        var spliced = new byte[bytes.length - (to - from) + insert.length];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(insert, 0, spliced, from, insert.length);
        System.arraycopy(bytes, to, spliced, from + insert.length, bytes.length - to);
        return spliced;
    }
}
