package nl.klantstem.expose.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.expose.board.Figure;
import nl.klantstem.expose.board.JourneyRow;
import nl.klantstem.expose.board.Reading;
import nl.klantstem.expose.board.Tile;
import nl.klantstem.expose.board.Timeliness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    private static final Pattern HOLE = Pattern.compile("\\{\\d}");

    @Test
    void every_language_has_the_same_words() {
        assertThat(Words.in(Language.NL).keys()).isEqualTo(Words.in(Language.EN).keys());
    }

    @Test
    void what_is_filled_in_is_the_same_in_every_language() {
        for (var key : Words.in(Language.EN).keys()) {
            assertThat(holes(Words.in(Language.NL).say(key)))
                    .as(key)
                    .isEqualTo(holes(Words.in(Language.EN).say(key)));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_constant_that_can_be_shown_has_words(Language language) {
        assertThat(Words.in(language).keys())
                .contains(keys("tile", Tile.Id.values()))
                .contains(keys("formula", Tile.Id.values()))
                .contains(keys("status", JourneyRow.Status.values()))
                .contains(keys("doubt", Figure.Doubt.values()))
                .contains(keys("of", Figure.Unit.values()))
                .contains(keys("state", Timeliness.State.values()))
                .contains(keys("reading", Reading.Phase.values()))
                .contains(keys("programme", Programme.values()))
                .contains(keys("alert", NpsAlert.Kind.values()))
                .contains(keys("alertstate", NpsAlert.State.values()))
                .contains(keys("surgestate", ContactSurge.State.values()))
                .contains(keys("measurestate", MeasureEffect.State.values()))
                .contains(keys("verdict", MeasureEffect.Verdict.values()))
                .contains(keys("area", DaySteering.Area.values()))
                .contains(keys("formula.area", DaySteering.Area.values()))
                .contains(keys("readiness", DaySteering.Readiness.values()))
                .contains(keys("reason", DaySteering.Code.values()))
                .contains(keys("formula.reason", DaySteering.Code.values()))
                .contains(keys(
                        "channel",
                        Stream.of(Channel.values())
                                .filter(channel -> channel != Channel.OTHER)
                                .toArray(Channel[]::new)));
    }

    @Test
    void a_word_that_is_not_there_is_a_bug_and_says_which() {
        assertThatThrownBy(() -> Words.in(Language.NL).say("no.such.word")).hasMessageContaining("no.such.word");
    }

    private static String[] keys(String family, Enum<?>[] constants) {
        return Arrays.stream(constants).map(each -> family + "." + each.name()).toArray(String[]::new);
    }

    private static java.util.List<String> holes(String text) {
        return HOLE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
