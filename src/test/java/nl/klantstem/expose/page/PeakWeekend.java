package nl.klantstem.expose.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.klantstem.contract.out.BotSessions;
import nl.klantstem.contract.out.ContactSurgeKey;
import nl.klantstem.contract.out.MeasureEffectKey;
import nl.klantstem.contract.out.NpsAlertKey;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.PointsChange;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * An invented Sunday after Black Friday: one journey dropped, one improved, one worth an eye, small ones beside them, a surge
 * of contacts and two measures. The same every time.
 */
final class PeakWeekend {

    private static final long SEED = 11;
    private static final int DAYS = 28;
    private static final String DROP = "drop-CUSTOMER-lost-in-mail-20261129T0931Z";

    /** A journey with its answers a day and its usual score. */
    private record Given(@Nullable String journey, int perDay, int nps) {}

    private static final List<Given> JOURNEYS = List.of(
            new Given(null, 1_360, 44),
            new Given("order-status", 326, 47),
            new Given("order-delivery", 359, 52),
            new Given("lost-in-mail", 124, 24),
            new Given("return", 249, 49),
            new Given("exchange", 100, 50),
            new Given("warranty", 61, 33),
            new Given("complaint", 12, 20));

    private PeakWeekend() {}

    static GivenBoard on(GivenBoard board) {
        return GivenSteering.on(happened(figures(hostile(board))), GivenBoard.HOSTILE);
    }

    /** A journey whose name would be a script, if it were not text. */
    static GivenBoard hostile(GivenBoard board) {
        board.nps(GivenBoard.of(GivenBoard.HOSTILE), "PT24H", 2, 1, 0);
        return board.nps(GivenBoard.of(GivenBoard.HOSTILE), "P28D", 40, 11, 9);
    }

    /** The figures, before anything stands out. */
    static GivenBoard figures(GivenBoard board) {
        var random = new Random(SEED);
        JOURNEYS.forEach(given -> journey(board, given, random));
        contacts(board);
        return board.upTo(GivenBoard.EVENING);
    }

    /** What stands out. */
    static GivenBoard happened(GivenBoard board) {
        watches(board);
        events(board);
        return board;
    }

    private static void journey(GivenBoard board, Given given, Random random) {
        var scope = GivenBoard.of(given.journey());
        var today = GivenBoard.EVENING.atZone(GivenBoard.ZONE).toLocalDate();
        for (int back = DAYS; back >= 1; back--) {
            day(board, scope, today.minusDays(back), given, random);
        }
        boolean dropped = "lost-in-mail".equals(given.journey());
        int now = dropped ? given.nps() - 27 : given.nps();
        var day = split(given.perDay(), now);
        var hour = split(Math.max(3, given.perDay() / 11), now + 2);
        var month = split(given.perDay() * 27, given.nps());
        board.nps(scope, "PT24H", day[0], day[1], day[2]);
        board.nps(scope, "PT1H", hour[0], hour[1], hour[2]);
        board.nps(scope, "P28D", month[0], month[1], month[2]);
        board.day(scope, today, day[0] * 3 / 4, day[1] * 3 / 4, day[2] * 3 / 4);
    }

    private static void day(GivenBoard board, Scope scope, LocalDate date, Given given, Random random) {
        double noise = random.nextGaussian() * 120 / Math.sqrt(given.perDay());
        int n = (int) (given.perDay() * (0.8 + 0.4 * random.nextDouble()));
        var split = split(n, given.nps() + (int) Math.max(-60, Math.min(40, noise / 2)));
        board.day(scope, date, split[0], split[1], split[2]);
    }

    /** Promoters, passives and detractors of a score, a quarter of them passives. */
    private static long[] split(int n, int nps) {
        long passives = n / 4;
        long rest = n - passives;
        long promoters = Math.max(0, Math.min(rest, Math.round((rest + n * nps / 100.0) / 2)));
        return new long[] {promoters, passives, rest - promoters};
    }

    private static void watches(GivenBoard board) {
        board.watch(null, NpsWatch.State.WATCHING, 0.02, null)
                .watch("order-status", NpsWatch.State.WATCHING, 0.001, null)
                .watch("order-delivery", NpsWatch.State.WATCHING, 0.01, null)
                .watch("lost-in-mail", NpsWatch.State.INCIDENT, 0, DROP)
                .watch("return", NpsWatch.State.WATCHING, 0.41, null)
                .watch("exchange", NpsWatch.State.INCIDENT, 0, "improved-CUSTOMER-exchange-20261126T1000Z")
                .watch("warranty", NpsWatch.State.WATCHING, 0.03, null)
                .watch("complaint", NpsWatch.State.LEARNING, 0, null);
    }

    private static void contacts(GivenBoard board) {
        board.contacts(null, 7_208, 121_400)
                .contacts("delivery/status", 1_384, 25_300)
                .contacts("delivery/late", 1_059, 11_200)
                .contacts("delivery/lost", 598, 6_300)
                .contacts("returns/how", 529, 13_900)
                .contacts("returns/refund", 411, 11_800)
                .contacts("product/question", 388, 10_100)
                .contacts("warranty/repair", 331, 8_700)
                .contacts("payment/invoice", 204, 6_050)
                .contacts("delivery/damaged", 171, 4_600)
                .contacts("product/not-as-ordered", 9, 21);
        board.outcomes("PT24H", 4_910, 3_840, new BotSessions(590, 9, 140, 80, 30, 250, 70, 11), 480)
                .outcomes("P7D", 30_100, 26_000, new BotSessions(4_127, 9, 1_690, 560, 310, 1_272, 178, 108), 500)
                .outcomes(
                        "P28D",
                        118_000,
                        101_400,
                        new BotSessions(16_400, 9, 6_700, 2_300, 1_200, 5_050, 700, 441),
                        513);
    }

    private static void events(GivenBoard board) {
        board.example(
                Topic.NPS_ALERTS,
                new NpsAlertKey(DROP),
                Map.of(
                        "alertId",
                        DROP,
                        "state",
                        "OPEN",
                        "scope",
                        GivenBoard.watched("lost-in-mail"),
                        "raisedAt",
                        Instant.parse("2026-11-29T13:12:00Z"),
                        "since",
                        Instant.parse("2026-11-29T08:31:00Z"),
                        "size",
                        new PointsChange(-26.8, -39.2, -13.9),
                        "n",
                        96,
                        "also",
                        List.of(),
                        "links",
                        Map.of(
                                "dashboard", "https://grafana.example.org/d/journey?var-journey=lost-in-mail",
                                "runbook", "javascript:alert(1)"),
                        "asOf",
                        GivenBoard.EVENING));
        board.example(
                Topic.NPS_ALERTS,
                new NpsAlertKey("improved-CUSTOMER-exchange-20261126T1000Z"),
                new TreeMap<>(Map.of(
                        "alertId",
                        "improved-CUSTOMER-exchange-20261126T1000Z",
                        "kind",
                        "IMPROVED",
                        "state",
                        "OPEN",
                        "scope",
                        GivenBoard.watched("exchange"),
                        "since",
                        Instant.parse("2026-11-26T10:00:00Z"),
                        "size",
                        new PointsChange(12.1, 4.9, 19.2),
                        "n",
                        310,
                        "also",
                        List.of(),
                        "topDrivers",
                        List.of(),
                        "asOf",
                        GivenBoard.EVENING)));
        board.example(
                Topic.CONTACT_SURGES,
                new ContactSurgeKey("CUSTOMER:delivery/late@2026-11-29T10:15:00Z"),
                Map.of(
                        "surgeId",
                        "CUSTOMER:delivery/late@2026-11-29T10:15:00Z",
                        "state",
                        "OPEN",
                        "scope",
                        Scope.of(Map.of("audience", "CUSTOMER", "driver", "delivery/late", "level", 2)),
                        "since",
                        Instant.parse("2026-11-29T07:30:00Z"),
                        "asOf",
                        GivenBoard.EVENING));
        board.example(
                Topic.MEASURE_EFFECTS,
                new MeasureEffectKey("m-2026-05"),
                Map.of("measureId", "m-2026-05", "effectiveAt", Instant.parse("2026-05-14T22:00:00Z")));
        board.example(
                Topic.MEASURE_EFFECTS,
                new MeasureEffectKey("m-2026-10"),
                Map.of(
                        "measureId", "m-2026-10",
                        "name", "Customers are told of a delay before they ask",
                        "state", "INTERIM",
                        "verdict", "NO_CHANGE_SEEN",
                        "effectiveAt", Instant.parse("2026-10-12T22:00:00Z")));
    }
}
