package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.klantstem.contract.catalogue.ContactRules.ServiceLevel;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.testkit.Schemas;
import org.junit.jupiter.api.Test;

/** docs/measures.md names the settings that there are, with the starter catalogue's values. */
class MeasuresPageTest {

    private static final Pattern CODE = Pattern.compile("`([A-Za-z]+)`");

    @Test
    void every_setting_stands_with_the_starters_value_wherever_one_is_given() throws IOException {
        var page = Files.readString(Path.of("docs/measures.md"));
        var values = values();
        values.forEach((setting, value) -> {
            assertThat(page).contains("`" + setting + "` (" + value);
            assertThat(Pattern.compile("`" + setting + "` \\((?!" + Pattern.quote(value) + "\\b)")
                            .matcher(page)
                            .results()
                            .map(other -> page.substring(other.start(), page.indexOf(')', other.start()) + 1)))
                    .isEmpty();
        });
    }

    @Test
    void every_setting_of_the_catalogue_is_used_on_the_page() throws IOException {
        var named = CODE.matcher(Files.readString(Path.of("docs/measures.md")))
                .results()
                .map(code -> code.group(1))
                .toList();
        for (var section : List.of("contacts", "instances", "surveys")) {
            assertThat(Schemas.ofValue("catalogue")
                            .at("/properties/" + section + "/properties")
                            .properties())
                    .extracting(Map.Entry::getKey)
                    .filteredOn(setting -> !setting.equals("serviceLevels"))
                    .allSatisfy(setting -> assertThat(named).contains(setting));
        }
        assertThat(named).contains("answerWithin");
    }

    private static Map<String, String> values() {
        var instances = CatalogueFile.starter().latest().instances();
        var surveys = CatalogueFile.starter().latest().surveys();
        var rules = CatalogueFile.starter().latest().contacts();
        var sooner = rules.serviceLevels().get(Channel.PHONE).endsAfter();
        assertThat(rules.serviceLevels())
                .extracting(levels -> levels.get(Channel.CHAT), levels -> levels.get(Channel.BOT))
                .extracting(level -> ((ServiceLevel) level).endsAfter())
                .containsOnly(sooner);
        assertThat(rules.serviceLevels().get(Channel.EMAIL).endsAfter()).isNull();
        var values = new TreeMap<String, String>();
        values.put(
                "endsAfter", rules.endsAfter().toDays() + " days; PHONE, CHAT and BOT " + sooner.toHours() + " hours");
        values.put("shortAbandon", rules.shortAbandon().toSeconds() + " s");
        values.put("humanWithin", rules.humanWithin().toMinutes() + " min");
        values.put("containment", rules.containment().toHours() + " h");
        values.put("repeatDays", rules.repeatDays() + " x 24 h");
        values.put("orderDays", rules.orderDays() + " x 24 h");
        values.put("abandonedAfter", instances.abandonedAfter().toDays() + " days");
        values.put("reorderDays", instances.reorderDays() + " x 24 h");
        values.put("leakageDays", instances.leakageDays() + " x 24 h");
        values.put("quarantineDays", surveys.quarantineDays() + " x 24 h");
        values.put("answerDays", surveys.answerDays() + " x 24 h");
        values.put(
                "botMargin",
                new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(rules.botMargin())
                        + " points");
        return values;
    }
}
