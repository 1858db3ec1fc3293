package nl.klantstem.expose;

import static nl.klantstem.expose.ShippedRules.alerts;
import static nl.klantstem.expose.ShippedRules.cases;
import static nl.klantstem.expose.ShippedRules.groups;
import static nl.klantstem.expose.ShippedRules.rules;
import static nl.klantstem.expose.ShippedRules.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klantstem.testkit.Promtool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that ship: Prometheus takes them, they ask for nothing that is not there, and each alert is tested and explained. */
class ShippedRulesTest {

    private static final Set<String> DASHBOARDS = Set.of(
            "klantstem-day-steering",
            "klantstem-peak",
            "klantstem-journey",
            "klantstem-drivers",
            "klantstem-channels",
            "klantstem-measures",
            "klantstem-partners",
            "klantstem-pipeline");
    /** Signals of alerts that look at figures, and so must be silent when these are stale. */
    private static final Set<String> ABOUT_FIGURES = Set.of("nps", "contacts", "service");

    private static final Pattern SELECTOR = Pattern.compile("([a-z][a-zA-Z0-9_:]*)\\{([^{}]*)\\}");
    private static final Pattern NAME = Pattern.compile("\\b(?:one:)?(?:voc|kafka(?!_version))_[a-z0-9_]+\\b");
    private static final Pattern RECORDED = Pattern.compile("(?<![\\w:])(?!one:)[a-z_]+:[a-zA-Z0-9_:]+\\b");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+) *(?:=~|!~|!=|=)");
    private static final Pattern GROUPED =
            Pattern.compile("\\b(?:by|on|without|ignoring|group_left|group_right) *\\(([^)]*)\\)");
    private static final Set<String> OF_TARGETS = Set.of("job", "instance", "pod");

    @Test
    void promtool_takes_the_configuration_and_all_rules() throws Exception {
        assertThat(Promtool.run("promtool", "check", "config", "deploy/prometheus/prometheus.yml"))
                .contains("SUCCESS")
                .doesNotContain("FAILED");
    }

    @ParameterizedTest
    @MethodSource("tests")
    void the_unit_tests_of_the_rules_pass(Path file) throws Exception {
        assertThat(Promtool.run("promtool", "test", "rules", file.toString()))
                .contains("SUCCESS")
                .doesNotContain("FAILED");
    }

    static Stream<Path> tests() {
        return ShippedRules.files("tests").stream();
    }

    @Test
    void every_metric_that_a_rule_asks_for_is_in_the_catalogue_and_every_record_is_made() {
        var known = names();
        var made = rules().stream().map(rule -> rule.path("record").asText()).collect(Collectors.toSet());

        assertThat(texts()).allSatisfy(text -> {
            assertThat(NAME.matcher(text).results().map(name -> name.group().replaceFirst("^one:", "")))
                    .allSatisfy(name -> assertThat(known).containsKey(name));
            assertThat(RECORDED.matcher(text.replaceAll("\"[^\"]*\"", "\"\""))
                            .results()
                            .map(name -> name.group()))
                    .allSatisfy(name -> assertThat(made).contains(name));
        });
    }

    @Test
    void every_label_that_a_rule_asks_for_is_one_of_its_metric() {
        var known = names();
        var all = known.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

        assertThat(texts()).allSatisfy(text -> {
            assertThat(SELECTOR.matcher(text)
                            .results()
                            .filter(selector ->
                                    known.containsKey(selector.group(1).replaceFirst("^one:", ""))))
                    .allSatisfy(selector -> assertThat(
                                    MATCHER.matcher(selector.group(2)).results().map(matcher -> matcher.group(1)))
                            .isSubsetOf(known.get(selector.group(1).replaceFirst("^one:", ""))));
            assertThat(GROUPED.matcher(text)
                            .results()
                            .flatMap(grouped -> Arrays.stream(grouped.group(1).split(",")))
                            .map(String::strip)
                            .filter(label -> !label.isEmpty()))
                    .isSubsetOf(all);
        });
    }

    @Test
    void the_checks_see_what_is_not_there() {
        assertThat(NAME.matcher("sum(one:voc_unheard_of{a=\"b\"})").results()).hasSize(1);
        assertThat(RECORDED.matcher("job:unheard:of + one:voc_orders_total").results())
                .hasSize(1);
        assertThat(names()).doesNotContainKey("voc_unheard_of");
        assertThat(names().get("voc_orders_total")).contains("audience", "job").doesNotContain("journey");
    }

    @Test
    void only_the_group_that_removes_replicas_and_what_compares_them_reads_what_exporters_show() {
        assertThat(groups().stream()
                        .filter(group -> !group.path("name").asText().equals("replicas"))
                        .flatMap(group -> stream(group.path("rules")))
                        .filter(rule -> !rule.path("alert").asText().equals("ReplicasDisagree"))
                        .map(rule -> rule.path("expr").asText()))
                .noneMatch(expression -> expression.matches("(?s).*(?<!one:)\\bvoc_(?!exporter_).*"));
        assertThat(groups().stream().map(group -> group.path("name").asText()))
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.startsWith("voc_"));
    }

    @Test
    void every_alert_says_who_it_is_for_what_to_look_at_and_what_to_do_in_two_languages() {
        assertThat(alerts()).allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            var labels = alert.path("labels");
            assertThat(labels.path("severity").asText()).isIn("page", "message", "none");
            assertThat(labels.path("team").asText()).isNotEmpty();
            assertThat(labels.path("signal").asText())
                    .isIn("nps", "contacts", "service", "data", "pipeline", "watchdog");
            var annotations = alert.path("annotations");
            for (var text : List.of("summary", "summary_nl", "description", "description_nl")) {
                assertThat(annotations.path(text).asText())
                        .as(name + " " + text)
                        .isNotBlank();
            }
            assertThat(annotations.path("summary").asText())
                    .isNotEqualTo(annotations.path("summary_nl").asText());
            assertThat(annotations.path("runbook_url").asText())
                    .isEqualTo("{{ $externalLabels.runbooks }}/" + name + ".md");
            assertThat(annotations.path("dashboard_url").asText()).startsWith("{{ $externalLabels.dashboards }}/d/");
            assertThat(DASHBOARDS)
                    .contains(annotations.path("dashboard_url").asText().replaceAll(".*/d/|\\?.*", ""));
        });
    }

    @Test
    void what_looks_at_figures_names_drivers_and_is_silent_when_they_are_stale() {
        assertThat(alerts().stream()
                        .filter(alert -> ABOUT_FIGURES.contains(
                                alert.path("labels").path("signal").asText())))
                .isNotEmpty()
                .allSatisfy(alert -> {
                    assertThat(alert.path("expr").asText()).endsWith("unless on (job) job:data_stale:bool == 1");
                    assertThat(alert.path("annotations").path("description").asText())
                            .containsPattern("(topk|bottomk)\\(3, ");
                });
    }

    @Test
    void only_the_life_of_the_product_itself_rings() {
        assertThat(alerts().stream()
                        .filter(alert ->
                                alert.path("labels").path("severity").asText().equals("page"))
                        .map(alert -> alert.path("alert").asText()))
                .containsExactlyInAnyOrder(
                        "PipelineDown", "StreamThreadsFailed", "FinalsStandStill", "ExporterMissing");
    }

    @Test
    void every_alert_is_seen_to_go_to_stay_quiet_and_to_be_over() {
        assertThat(new TreeSet<>(alertNames())).allSatisfy(name -> {
            var of = cases().stream()
                    .filter(each -> each.path("alertname").asText().equals(name))
                    .map(each -> !each.path("exp_alerts").isEmpty())
                    .toList();
            assertThat(of).as(name + " goes").contains(true);
            if (!name.equals("Watchdog")) {
                assertThat(of.get(0) && of.size() == 1)
                        .as(name + " stays quiet")
                        .isFalse();
                assertThat(of.subList(of.indexOf(true), of.size()))
                        .as(name + " is over")
                        .contains(false);
            }
        });
    }

    @Test
    void every_alert_has_a_runbook_and_every_runbook_an_alert() throws Exception {
        try (var files = Files.list(ShippedRules.RUNBOOKS)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> !file.equals("README.md"))
                            .map(file -> file.replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(new TreeSet<>(alertNames()));
        }
        assertThat(alertNames())
                .allSatisfy(name -> assertThat(Files.readString(ShippedRules.RUNBOOKS.resolve("README.md")))
                        .contains("[" + name + "](" + name + ".md)"));
    }

    private static List<String> alertNames() {
        return alerts().stream().map(alert -> alert.path("alert").asText()).toList();
    }

    /** Expressions and, for the queries in them, texts. */
    private static List<String> texts() {
        return rules().stream()
                .flatMap(rule -> Stream.concat(
                        Stream.of(rule.path("expr").asText()),
                        stream(rule.path("annotations")).map(JsonNode::asText)))
                .toList();
    }

    /** Every name that is scraped, with its labels and those of targets. */
    private static Map<String, Set<String>> names() {
        var names = new HashMap<String, Set<String>>();
        Metric.all().forEach(metric -> {
            var labels = new HashSet<>(metric.labels());
            labels.addAll(OF_TARGETS);
            names.put(metric.fullName(), labels);
            if (metric.type() == MetricType.HISTOGRAM) {
                List.of("_bucket", "_sum", "_count").forEach(ending -> names.put(metric.fullName() + ending, labels));
            }
        });
        PipelineMetrics.allowed().forEach(name -> {
            var labels = new HashSet<>(OF_TARGETS);
            labels.addAll(Set.of("client_id", "kafka_version"));
            // Micrometer takes this one for a counter.
            String ending = name.equals("kafka.stream.failed.stream.threads") ? "_total" : "";
            names.put(name.replace('.', '_') + ending, labels);
        });
        return names;
    }
}
