package nl.klantstem.expose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.klantstem.testkit.Promtool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The routes that ship: Alertmanager takes them, and each alert goes to whom it belongs. */
class ShippedRoutesTest {

    private static final Path TEMPLATES = Path.of("deploy/alertmanager/templates");
    private static final Pattern DEFINED = Pattern.compile("define \"([^\"]+)\"");
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?:promtool|amtool) .*$");

    @ParameterizedTest
    @CsvSource({
        "message, after-sales-journeys, nps, owners",
        "message, delivery-journeys, contacts, owners",
        "message, customer-contact, service, owners",
        "message, pipeline, data, pipeline",
        "message, pipeline, nps, pipeline",
        "page, pipeline, pipeline, page",
        "none, pipeline, watchdog, heartbeat"
    })
    void each_alert_goes_to_whom_it_belongs(String severity, String team, String signal, String receiver)
            throws Exception {
        assertThat(Promtool.run(
                                "amtool",
                                "config",
                                "routes",
                                "test",
                                "--config.file=" + ShippedRules.ALERTMANAGER,
                                "severity=" + severity,
                                "team=" + team,
                                "signal=" + signal)
                        .lines()
                        .filter(line -> !line.startsWith("Warning")))
                .containsExactly(receiver);
    }

    @Test
    void every_team_of_an_alert_is_the_owner_or_one_that_the_routes_were_made_for() {
        assertThat(ShippedRules.alerts()).allSatisfy(alert -> assertThat(
                        alert.path("labels").path("team").asText())
                .isIn("{{ $labels.owner }}", "customer-contact", "pipeline"));
    }

    @Test
    void both_languages_have_the_same_templates_and_the_configuration_takes_one_of_them() throws IOException {
        assertThat(defined("nl.tmpl"))
                .isEqualTo(defined("en.tmpl"))
                .contains("klantstem.title", "klantstem.text", "klantstem.color");
        assertThat(ShippedRules.stream(
                        ShippedRules.read(ShippedRules.ALERTMANAGER).path("templates")))
                .singleElement()
                .satisfies(file -> assertThat(file.asText()).isIn("templates/nl.tmpl", "templates/en.tmpl"));
    }

    @Test
    void no_secret_is_in_the_configuration() throws IOException {
        assertThat(Files.readString(ShippedRules.ALERTMANAGER))
                .contains("api_url_file: /etc/klantstem/chat_url")
                .doesNotContainPattern("(?m)^ *-? *(api_url|auth_password|routing_key|password|bearer_token):");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_check_of_the_page_runs(String command) throws Exception {
        assertThat(Promtool.run(command.split(" "))).doesNotContain("FAILED", "error:");
    }

    /** All but what asks a running Alertmanager. */
    static Stream<String> commands() throws IOException {
        var commands = COMMAND.matcher(Files.readString(Path.of("docs/alerting.md")))
                .results()
                .map(command -> command.group())
                .filter(command -> !command.contains("--alertmanager.url"))
                .toList();
        assertThat(commands).hasSizeGreaterThan(3);
        return commands.stream();
    }

    private static TreeSet<String> defined(String file) throws IOException {
        var names = new TreeSet<String>();
        DEFINED.matcher(Files.readString(TEMPLATES.resolve(file))).results().forEach(name -> names.add(name.group(1)));
        return names;
    }
}
