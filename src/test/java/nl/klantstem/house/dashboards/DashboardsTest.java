package nl.klantstem.house.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klantstem.expose.Metric;
import nl.klantstem.expose.MetricType;
import nl.klantstem.expose.OperationsMetric;
import nl.klantstem.expose.PipelineMetrics;
import nl.klantstem.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that every dashboard keeps, and that the files are what the code says. */
class DashboardsTest {

    private static final Map<String, Metric> OURS =
            Metric.all().collect(Collectors.toMap(Metric::fullName, Function.identity()));
    private static final Set<String> OF_PROMETHEUS = Set.of("instance", "pod", "job", "le");
    private static final int SCREEN_ROWS = 24;

    @ParameterizedTest
    @MethodSource("boards")
    void the_files_are_what_the_code_says(Board board) {
        for (Language language : Language.values()) {
            Golden.check(Boards.file(board, language), BoardJson.of(board, language));
        }
    }

    @Test
    void there_is_no_file_that_no_code_makes() throws IOException {
        for (Language language : Language.values()) {
            try (var files = Files.list(Path.of(language.folder()))) {
                assertThat(files.map(file -> language.folder() + "/" + file.getFileName()))
                        .containsExactlyInAnyOrderElementsOf(Boards.ALL.stream()
                                .map(board -> Boards.file(board, language))
                                .toList());
            }
        }
    }

    @Test
    void dashboards_have_names_of_their_own_that_grafana_takes() {
        assertThat(Boards.ALL)
                .extracting(Board::uid)
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.matches("[a-z-]{1,40}"));
        for (Language language : Language.values()) {
            assertThat(Boards.ALL)
                    .extracting(board -> board.title().in(language))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void each_panel_says_what_it_shows_and_how_in_every_language(Board board) {
        assertThat(board.panels()).allSatisfy(panel -> {
            for (Language language : Language.values()) {
                assertThat(panel.title().in(language)).isNotBlank().hasSizeLessThan(60);
                assertThat(panel.says().in(language)).endsWith(".").hasSizeGreaterThan(30);
            }
            assertThat(panel.says().en()).isNotEqualTo(panel.says().nl());
            assertThat(panel.queries()).isNotEmpty();
        });
        for (Language language : Language.values()) {
            assertThat(board.panels())
                    .extracting(panel -> panel.title().in(language))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void scores_say_below_how_many_answers_they_say_nothing(Board board) {
        assertThat(board.panels())
                .filteredOn(panel -> panel.unit() == Unit.POINTS)
                .allSatisfy(panel -> assertThat(panel.says().en()).contains("30 answers"));
    }

    @ParameterizedTest
    @MethodSource("boards")
    void only_metrics_and_labels_that_there_are_are_asked_for(Board board) {
        for (Expression expression : expressions(board)) {
            var labels = new TreeSet<>(OF_PROMETHEUS);
            labels.addAll(expression.made());
            for (Expression.Read read : expression.reads()) {
                var known = labelsOf(read.metric());
                assertThat(known).as(read.metric() + " in " + expression.text()).isNotNull();
                assertThat(read.labels())
                        .as("labels of " + read.metric())
                        .isSubsetOf(Stream.concat(known.stream(), OF_PROMETHEUS.stream())
                                .toList());
                labels.addAll(known);
            }
            assertThat(labels).as(expression.text()).containsAll(expression.groups());
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void what_several_exporters_show_is_taken_once(Board board) {
        for (Expression expression : expressions(board)) {
            assertThat(expression.reads().stream().filter(read -> isInsight(read.metric())))
                    .as(expression.text())
                    .allMatch(expression::isOnce);
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void one_window_is_chosen_and_customers_and_partners_are_never_pooled(Board board) {
        for (Expression expression : expressions(board)) {
            for (Expression.Read read : expression.reads()) {
                for (String label : List.of("window", "audience")) {
                    if (labelsOf(read.metric()).contains(label)
                            && !expression.groups().contains(label)
                            && !isApart(read, label)) {
                        assertThat(read.labels())
                                .as(label + " in " + expression.text())
                                .contains(label);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void only_counters_grow(Board board) {
        for (Expression expression : expressions(board)) {
            for (Expression.Read read : expression.reads()) {
                boolean grows = expression.text().substring(0, read.at()).endsWith("increase(one:");
                boolean counter =
                        read.metric().endsWith("_total") || read.metric().endsWith("_bucket");
                assertThat(!grows || counter).as(expression.text()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void segments_are_of_one_kind_and_of_one_journey_or_all_but_the_sum(Board board) {
        for (Expression expression : expressions(board)) {
            assertThat(expression.reads().stream()
                            .filter(read -> read.metric().equals("voc_nps_segment_window_responses")))
                    .allSatisfy(read -> assertThat(read.selector())
                            .containsPattern("segment=~\"[a-zA-Z]+=")
                            .containsPattern("journey(!=|=)\"ALL\""));
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void variables_that_stand_above_it_are_used_and_those_used_stand_there(Board board) {
        var used = new TreeSet<String>();
        board.panels().forEach(panel -> panel.queries()
                .forEach(query -> used.addAll(new Expression(query.expr()).variables())));

        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(board.asks().stream()
                        .map(variable -> variable.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("boards")
    void no_data_source_is_fixed(Board board) throws IOException {
        chooseTheirSource(new ObjectMapper().readTree(BoardJson.of(board, Language.EN)));
    }

    static void chooseTheirSource(JsonNode dashboard) {
        assertThat(dashboard.findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo("${datasource}"));
    }

    @ParameterizedTest
    @MethodSource("boards")
    void panels_fill_their_rows_and_lie_beside_each_other(Board board) {
        assertThat(board.rows()).allSatisfy(row -> {
            assertThat(row.panels().stream().mapToInt(Panel::width).sum())
                    .as(row.panels().get(0).title().en())
                    .isEqualTo(24);
            assertThat(row.panels())
                    .extracting(Panel::height)
                    .containsOnly(row.panels().get(0).height());
        });
    }

    @ParameterizedTest
    @MethodSource("boards")
    void units_are_those_of_the_metric(Board board) {
        for (Panel panel : board.panels()) {
            for (Query query : panel.queries()) {
                var reads = new Expression(query.expr()).reads();
                if (query.expr().contains("time() - max") || query.expr().startsWith("histogram_quantile")) {
                    assertThat(panel.unit()).as(query.expr()).isEqualTo(Unit.SECONDS);
                }
                if (reads.stream().anyMatch(read -> read.metric().endsWith("_points"))) {
                    assertThat(panel.unit()).as(query.expr()).isEqualTo(Unit.POINTS);
                }
                if (reads.stream().anyMatch(read -> read.metric().endsWith("_bytes"))) {
                    assertThat(panel.unit()).as(query.expr()).isEqualTo(Unit.BYTES);
                }
            }
        }
    }

    @Test
    void the_wallboard_fits_one_screen() {
        assertThat(DaySteeringBoard.board().rows().stream()
                        .mapToInt(row -> row.panels().get(0).height())
                        .sum())
                .isLessThanOrEqualTo(SCREEN_ROWS);
    }

    @ParameterizedTest
    @MethodSource("boards")
    void columns_of_a_table_are_labels_or_queries_of_it(Board board) {
        for (Panel panel : board.panels()) {
            if (panel.look() instanceof Panel.Look.Table table) {
                var sources = new HashSet<String>();
                panel.queries().forEach(query -> {
                    sources.add(query.legend().en());
                    sources.addAll(new Expression(query.expr()).groups());
                });
                assertThat(table.columns()).extracting(Panel.Column::source).isSubsetOf(sources);
                assertThat(table.columns()).extracting(Panel.Column::title).contains(table.sortedBy());
                assertThat(panel.queries()).extracting(Query::form).containsOnly(Query.Form.TABLE);
            }
        }
    }

    static List<Board> boards() {
        return Boards.ALL;
    }

    private static List<Expression> expressions(Board board) {
        return board.panels().stream()
                .flatMap(panel -> panel.queries().stream())
                .map(query -> new Expression(query.expr()))
                .toList();
    }

    /** The labels of a metric; null when there is no such metric. */
    private static @org.jspecify.annotations.Nullable Set<String> labelsOf(String name) {
        if (name.equals("ALERTS")) {
            return Set.of("alertname", "alertstate", "severity", "team", "signal", "journey", "driver", "channel");
        }
        if (OURS.containsKey(name)) {
            return Set.copyOf(OURS.get(name).labels());
        }
        var histogram = OURS.get(name.replaceAll("_(bucket|count|sum)$", ""));
        if (histogram != null && histogram.type() == MetricType.HISTOGRAM) {
            return Set.copyOf(histogram.labels());
        }
        return isTechnical(name) ? Set.of("area") : null;
    }

    private static boolean isTechnical(String name) {
        return name.startsWith("jvm_")
                || PipelineMetrics.allowed().stream()
                        .anyMatch(allowed -> allowed.replace('.', '_').equals(name));
    }

    /** What each exporter says of itself is not the same in all. */
    private static boolean isInsight(String metric) {
        return metric.startsWith("voc_")
                && Arrays.stream(OperationsMetric.values())
                        .filter(own -> own.name().startsWith("EXPORTER_") || own == OperationsMetric.BUILD_INFO)
                        .noneMatch(own -> own.fullName().equals(metric));
    }

    /** Where other labels say it already. */
    private static boolean isApart(Expression.Read read, String label) {
        return label.equals("audience")
                && (read.labels().contains("journey") || read.labels().contains("carrier"));
    }
}
