package nl.klantstem.expose.page;

import java.util.HashMap;
import java.util.Map;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.expose.board.JourneyRow;
import org.jspecify.annotations.Nullable;

/** What things are called that the catalogue or a topic names. Nothing here is trusted: it is all shown as text. */
final class Names {

    private static final String AND = " · ";

    private final Words words;
    private final Map<String, String> journeys = new HashMap<>();

    Names(Words words, Iterable<JourneyRow> rows) {
        this.words = words;
        for (var row : rows) {
            if (row.id() != null) {
                journeys.put(row.id(), named(row.id(), row.names()));
            }
        }
    }

    String row(JourneyRow row) {
        return row.id() == null ? words.say("all." + row.audience()) : named(row.id(), row.names());
    }

    String journey(String id) {
        return journeys.getOrDefault(id, words.sayOr("label." + id, id));
    }

    /** delivery/late as delivery / late. */
    String driver(String code) {
        return words.sayOr("label." + code, code.replace("/", " / "));
    }

    String channel(String code) {
        return words.sayOr("channel." + code, code);
    }

    String servicePartner(String id) {
        return words.sayOr("label." + id, id);
    }

    /** What a scope is about. */
    String scope(Scope scope) {
        var labels = scope.labels();
        var about = new StringBuilder();
        @Nullable String journey = labels.get(Scope.JOURNEY);
        @Nullable String driver = labels.get(Scope.DRIVER);
        @Nullable String channel = labels.get(Scope.CHANNEL);
        if (journey != null) {
            about.append(journey(journey));
        }
        if (driver != null) {
            about.append(about.length() > 0 ? AND : "").append(driver(driver));
        }
        if (channel != null) {
            about.append(about.length() > 0 ? AND : "").append(channel(channel));
        }
        return about.length() > 0 ? about.toString() : words.sayOr("all." + labels.get(Scope.AUDIENCE), "");
    }

    private String named(String id, Map<String, String> names) {
        String name = names.get(words.language().code());
        return name == null ? words.sayOr("label." + id, names.getOrDefault("en", id)) : name;
    }
}
