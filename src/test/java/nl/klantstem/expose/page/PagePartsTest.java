package nl.klantstem.expose.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.expose.board.Reading;
import nl.klantstem.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagePartsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_first_state_is_as_reviewed(Language language) {
        var given = PeakWeekend.on(new GivenBoard());
        var page = Frame.page(given.board(), given.page(language), View.DESK, "run-1");

        Golden.check(
                "src/test/resources/golden/page." + language.code() + ".html", page.replace(Frame.build(), "BUILD"));
    }

    @Test
    void names_from_outside_are_text() {
        var page = html(PeakWeekend.on(new GivenBoard()));

        assertThat(page)
                .contains(
                        "<bdi>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;\u05e9\u05dc\u05d5\u05dd</bdi>")
                .doesNotContain("<script>alert");
    }

    @Test
    void a_link_that_is_no_address_of_a_page_is_left_out() {
        var page = html(PeakWeekend.on(new GivenBoard()));

        assertThat(page).contains("href=\"https://grafana.example.org/").doesNotContain("href=\"javascript");
    }

    @Test
    void a_group_under_five_has_no_value_and_says_why() {
        var given =
                new GivenBoard().nps(GivenBoard.of("return"), "PT24H", 3, 1, 0).upTo(GivenBoard.EVENING);

        var row = part(given, "journeys", "CUSTOMER/return");

        assertThat(row).contains("under 5").doesNotContain("+75.0").doesNotContain("class=\"range");
    }

    @Test
    void a_group_under_thirty_is_marked_in_words() {
        var given =
                new GivenBoard().nps(GivenBoard.of("return"), "PT24H", 8, 2, 2).upTo(GivenBoard.EVENING);

        assertThat(part(given, "journeys", "CUSTOMER/return")).contains("+50.0", "n 12", "few answers");
    }

    @Test
    void a_score_that_is_not_watched_yet_says_how_long_that_takes() {
        var given = new GivenBoard()
                .nps(GivenBoard.of("return"), "PT24H", 8, 2, 2)
                .watch("return", NpsWatch.State.LEARNING, 0, null)
                .upTo(GivenBoard.EVENING);

        assertThat(part(given, "journeys", "CUSTOMER/return")).contains("Too few answers", "9 days to go");
    }

    @Test
    void nothing_yet_says_why_there_is_nothing() {
        var reading = html(new GivenBoard().is(Reading.toGo(37, 100)));
        var missing = html(new GivenBoard().is(Reading.missing("voc.journey-nps.v1")));
        var empty = html(new GivenBoard());

        assertThat(reading).contains("Reading the insight topics, 63% read", "still being read");
        assertThat(missing).contains("Topic voc.journey-nps.v1 is not there yet");
        assertThat(empty).contains("nothing has been published yet", "Nothing has been raised", "No record of it yet");
    }

    @Test
    void data_that_stand_still_are_told_and_nothing_is_called_well() {
        var stopped = new MovedClock(GivenBoard.EVENING);
        var given = new GivenBoard(stopped, null).upTo(GivenBoard.EVENING);
        assertThat(html(given)).contains("No open alerts");

        stopped.now = GivenBoard.EVENING.plus(Duration.ofMinutes(3));

        assertThat(html(given))
                .contains("The data have stood still for 3 min, since 29 Nov 18:53", "Stands still")
                .contains("not known now")
                .doesNotContain("No open alerts");
    }

    @Test
    void data_that_move_but_are_behind_the_clock_are_told() {
        var late = Clock.fixed(GivenBoard.EVENING.plus(Duration.ofMinutes(40)), ZoneOffset.UTC);

        assertThat(html(new GivenBoard(late, Duration.ofMinutes(10)).upTo(GivenBoard.EVENING)))
                .contains("the pipeline is behind", "40 min old");
    }

    @Test
    void the_day_of_the_peak_is_told_by_its_anchor() {
        assertThat(peakOn("2026-11-25T12:00:00Z")).contains(">Black Friday \u22122<");
        assertThat(peakOn("2026-11-27T12:00:00Z")).contains(">Black Friday<");
        assertThat(peakOn("2026-11-29T12:00:00Z")).contains(">Black Friday +2<");
        assertThat(peakOn("2026-12-03T12:00:00Z")).contains(">Sinterklaas \u22122<");
        assertThat(peakOn("2027-01-02T12:00:00Z")).contains(">Christmas +8<");
        assertThat(peakOn("2027-06-02T12:00:00Z")).doesNotContain("class=\"peak\"");
    }

    @Test
    void every_number_opens_with_the_record_it_came_from() {
        var page = html(PeakWeekend.on(new GivenBoard()));
        var summaries = page.split("<details class=\"how\">", -1).length - 1;

        // Six tiles, two scores and a status of each journey, three tables and the reasons of day steering, drivers,
        // and
        // what happened.
        assertThat(summaries).isEqualTo(6 + 9 * 2 + 8 + 3 * 5 + 4 + 10 + 5);
        assertThat(page)
                .contains(
                        "voc.journey-nps.v1", "voc.contact-drivers.v1", "voc.contact-outcomes.v1", "voc.nps-alerts.v1")
                .contains("&quot;journeyId&quot;:&quot;lost-in-mail&quot;");
    }

    private static String peakOn(String instant) {
        return html(
                new GivenBoard(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC), null).upTo(Instant.parse(instant)));
    }

    private static String part(GivenBoard given, String list, String key) {
        return given.page(Language.EN).lists().get(list).stream()
                .filter(part -> part.key().equals(key))
                .map(Part::html)
                .collect(Collectors.joining());
    }

    private static String html(GivenBoard given) {
        return Frame.page(given.board(), given.page(Language.EN), View.DESK, "run-1");
    }
}
