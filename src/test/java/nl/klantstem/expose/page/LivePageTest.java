package nl.klantstem.expose.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LivePageTest {

    private static final Clock CLOCK = Clock.fixed(GivenBoard.EVENING.plusSeconds(4), ZoneOffset.UTC);

    private final AtomicInteger made = new AtomicInteger();
    private final GivenBoard given = PeakWeekend.on(new GivenBoard());
    private final HttpClient client = HttpClient.newHttpClient();
    private final ServedBoard served = new ServedBoard(
            () -> {
                made.incrementAndGet();
                return given.board();
            },
            CLOCK);

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void the_page_comes_in_the_language_of_the_browser_and_lets_nothing_in_from_elsewhere() throws Exception {
        var page = get("/", "Accept-Language", "nl,en;q=0.5");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"nl\"", "Klantreizen", "Zoek geraakt in de post");
        assertThat(header(page, "content-language")).isEqualTo("nl");
        assertThat(header(page, "vary")).isEqualTo("Accept-Language");
        assertThat(header(page, "content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("http");
        assertThat(header(page, "referrer-policy")).isEqualTo("no-referrer");
        assertThat(header(page, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(page.body())
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContain("<script>");
    }

    @Test
    void a_wall_stays_a_wall_in_another_language() throws Exception {
        assertThat(get("/?lang=en").body()).contains("<html lang=\"en\" class=\"\">", "href=\"/?lang=nl\"");
        assertThat(get("/?lang=en&wall").body()).contains("class=\"wall\"", "href=\"/?lang=nl&amp;wall\"");
        assertThat(get("/?lang=en&wall=steering").body())
                .contains("class=\"wall steering-wall\"", "href=\"/?lang=nl&amp;wall=steering\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/page.css", "/assets/page.js", "/assets/icon.svg", "/api/v1/openapi.json"})
    void what_is_the_same_is_not_sent_again(String path) throws Exception {
        var first = get(path);
        var again = get(path, "If-None-Match", header(first, "etag"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).isNotBlank();
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/", "/assets/frame.html", "/assets/..%2fwords.nl.properties", "/assets/x.js"})
    void no_other_file_is_served(String path) throws Exception {
        assertThat(get(path).statusCode()).isBetween(400, 404);
    }

    @Test
    void metrics_and_health_stay_where_they_were() throws Exception {
        assertThat(get("/health/ready").body()).isEqualTo("ready\n");
        assertThat(get("/metrics").statusCode()).isEqualTo(200);
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/state",
                "/api/v1/figures",
                "/api/v1/journeys",
                "/api/v1/drivers",
                "/api/v1/alerts",
                "/api/v1/measures",
                "/api/v1/day-steering",
                "/api/v1/progress"
            })
    void every_answer_of_the_api_is_as_the_openapi_file_says(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "content-type")).startsWith("application/json");
        assertThat(header(answer, "etag")).isNotBlank();
        assertThat(problems(path, "200", "application/json", answer.body())).isEmpty();
    }

    @Test
    void the_openapi_file_has_all_paths_of_the_index_and_no_other() throws Exception {
        var index = Json.MAPPER.readTree(get("/api/v1").body());
        var paths = index.path("links").findValuesAsText("path");

        assertThat(openapi().path("paths").fieldNames())
                .toIterable()
                .filteredOn(path -> !path.equals("/api/v1"))
                .containsExactlyInAnyOrderElementsOf(paths.stream()
                        .filter(path -> !path.endsWith("openapi.json"))
                        .toList());
        assertThat(openapi().path("openapi").asText()).startsWith("3.1");
    }

    @Test
    void the_openapi_file_would_see_a_field_that_it_does_not_know() throws Exception {
        var state = (ObjectNode) Json.MAPPER.readTree(get("/api/v1/state").body());
        state.put("surprise", 1);

        assertThat(problems("/api/v1/state", "200", "application/json", state.toString()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/v2/state", "/api/v1/nothing", "/api/v1/state/"})
    void an_unknown_path_of_the_api_is_answered_with_those_that_there_are(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
        var problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.path("paths").toString()).contains("/api/v1/state", "/api/v1/openapi.json");
        assertThat(Schemas.problems(schema("Problem"), problem)).isEmpty();
    }

    @Test
    void the_api_tells_what_the_page_shows() throws Exception {
        var state = Json.MAPPER.readTree(get("/api/v1/state").body());

        assertThat(state.at("/peak/anchor").asText()).isEqualTo("BLACK_FRIDAY");
        assertThat(state.at("/peak/days").asInt()).isEqualTo(2);
        assertThat(state.path("tiles")).hasSize(6);
        assertThat(state.at("/tiles/0/figure/origin/key/state").asText()).isEqualTo("CURRENT");
        assertThat(state.at("/alerts/0/value/state").asText()).isEqualTo("OPEN");
        assertThat(state.at("/daySteering/hour/value/readiness").asText()).isEqualTo("ADJUST");
        assertThat(state.at("/daySteering/day/key/date").asText()).isEqualTo("2026-11-28");
        assertThat(state.path("journeys").findValuesAsText("status"))
                .contains("DROP", "IMPROVED", "WATCH", "TOO_FEW", "OK", "NOT_WATCHED");
    }

    @Test
    void the_board_is_made_at_most_once_a_second_and_never_unasked() throws Exception {
        Thread.sleep(1_500);
        assertThat(made).hasValue(0);

        long from = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            get("/api/v1/progress");
        }

        long seconds = Duration.ofNanos(System.nanoTime() - from).toSeconds();
        assertThat(made.get()).isBetween(1, (int) (2 + 1.2 * seconds));
    }

    private static List<String> problems(String path, String status, String type, String body) throws Exception {
        var answer = openapi()
                .path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path(status)
                .path("content")
                .path(type)
                .path("schema");
        String reference = answer.path("$ref").asText();
        return Schemas.problems(
                schema(reference.substring(reference.lastIndexOf('/') + 1)), Json.MAPPER.readTree(body));
    }

    /** A schema of the file by its name, with all others at hand. */
    private static JsonNode schema(String name) throws Exception {
        return Json.MAPPER.valueToTree(Map.of(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$ref",
                "#/components/schemas/" + name,
                "components",
                openapi().path("components")));
    }

    private static JsonNode openapi() throws Exception {
        return Json.MAPPER.readTree(Assets.text("openapi.json"));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
