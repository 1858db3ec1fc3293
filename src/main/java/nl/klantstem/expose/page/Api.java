package nl.klantstem.expose.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.expose.board.Board;
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/** The board as JSON, whole and by its parts, in no language. */
final class Api {

    static final String ROOT = "/api/v1";
    static final String EVENTS = ROOT + "/events";

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final Reply OPENAPI =
            Reply.of(JSON, Assets.text("openapi.json")).tagged();

    /** What is asked for, and what it is, in the order of the index. */
    private static final Map<String, String> PATHS = paths();

    private record Link(String path, String what) {}

    private record Index(String title, List<Link> links) {}

    private record Problem(String type, String title, int status, String detail, List<String> paths) {}

    private Api() {}

    /** Whether a path is meant for this. */
    static boolean has(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    static Reply reply(String path, Board board) {
        @Nullable Instant asOf = board.data().upTo();
        return switch (path) {
            case ROOT, ROOT + "/" -> json(index(board));
            case ROOT + "/openapi.json" -> OPENAPI;
            case ROOT + "/state" -> json(board);
            case ROOT + "/figures" -> json(of(asOf, Map.of("figures", board.tiles())));
            case ROOT + "/journeys" -> json(of(asOf, Map.of("journeys", board.journeys())));
            case ROOT + "/drivers" -> json(of(asOf, Map.of("drivers", board.drivers())));
            case ROOT + "/alerts" -> json(of(asOf, Map.of("alerts", board.alerts(), "surges", board.surges())));
            case ROOT + "/measures" -> json(of(asOf, Map.of("measures", board.measures())));
            case ROOT + "/day-steering" -> json(of(asOf, Map.of("daySteering", board.daySteering())));
            case ROOT + "/progress" -> json(board.data());
            default -> problem(404, "Not found", "There is nothing at this path; the paths that there are are listed.");
        };
    }

    static Reply problem(int status, String title, String detail) {
        var problem = new Problem("about:blank", title, status, detail, List.copyOf(PATHS.keySet()));
        return Reply.of(PROBLEM, Json.text(problem)).withStatus(status);
    }

    private static Index index(Board board) {
        var links = PATHS.entrySet().stream()
                .map(path -> new Link(path.getKey(), path.getValue()))
                .toList();
        return new Index(board.title(), links);
    }

    private static Map<String, Object> of(@Nullable Instant asOf, Map<String, Object> parts) {
        var all = new LinkedHashMap<String, Object>();
        if (asOf != null) {
            all.put("asOf", asOf);
        }
        all.putAll(new TreeMap<>(parts));
        return all;
    }

    private static Reply json(Object value) {
        return Reply.of(JSON, Json.text(value)).tagged();
    }

    private static Map<String, String> paths() {
        var paths = new LinkedHashMap<String, String>();
        paths.put(ROOT + "/state", "all of the below at one moment");
        paths.put(ROOT + "/figures", "the six figures at the top of the page");
        paths.put(ROOT + "/journeys", "the NPS of each journey, its last 28 days and how it stands");
        paths.put(ROOT + "/drivers", "what customers make contact about now");
        paths.put(ROOT + "/alerts", "changes of scores and surges of contacts, open ones first");
        paths.put(ROOT + "/measures", "what measures brought");
        paths.put(ROOT + "/day-steering", "the newest hour and closed day against plan, last week and last peak");
        paths.put(ROOT + "/progress", "up to when the data are, and whether they still move");
        paths.put(EVENTS, "server-sent events: the parts of the page that changed, as HTML");
        paths.put(ROOT + "/openapi.json", "all of this for machines, as OpenAPI 3.1");
        return paths;
    }
}
