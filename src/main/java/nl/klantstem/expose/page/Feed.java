package nl.klantstem.expose.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * The page in one language as a sequence of events. Each is written once for all: what changed since the one before, for
 * those that have it, and all of the page for the others. So whoever was slow or away misses what it missed, and gets the
 * latest.
 */
final class Feed {

    private final Language language;
    /** Tells the events of this run from those of another: their numbers begin anew. */
    private final String run;

    private Now.@Nullable Snapshot shown;
    private PageParts parts;
    private long number;
    private byte[] change = {};
    private byte @Nullable [] whole;

    /** The page with the name of the event that brought it there. */
    record Page(PageParts parts, String event) {}

    /** An event with its number. */
    record Event(long number, byte[] bytes) {}

    /** What a list of parts has become: the keys in their order when it is another, and the parts that changed. */
    private record ListChange(@Nullable List<String> order, Map<String, String> parts) {}

    private record Told(String build, Map<String, ListChange> lists) {}

    Feed(Language language, String run) {
        this.language = language;
        this.run = run;
        this.parts = new PageParts(language, Map.of());
    }

    /** Shows a board, and gives the page as it is now. */
    synchronized Page show(Now.Snapshot snapshot) {
        if (!snapshot.equals(shown)) {
            shown = snapshot;
            next(PageParts.of(snapshot.board(), language, snapshot.at()));
        }
        return new Page(parts, name(number));
    }

    /** What one that has an event still needs; nothing when that is the latest. */
    synchronized @Nullable Event since(long had) {
        if (had == number) {
            return null;
        }
        if (had == number - 1) {
            return new Event(number, change);
        }
        if (whole == null) {
            whole = event(changes(new PageParts(language, Map.of()), parts));
        }
        return new Event(number, whole);
    }

    /** The number of an event by its name; none that ever was when it is of another run. */
    long number(@Nullable String name) {
        String prefix = run + "-";
        if (name == null || !name.startsWith(prefix)) {
            return -1;
        }
        try {
            return Long.parseLong(name.substring(prefix.length()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void next(PageParts next) {
        var changes = changes(parts, next);
        if (changes.isEmpty()) {
            return;
        }
        parts = next;
        number++;
        change = event(changes);
        whole = null;
    }

    private static Map<String, ListChange> changes(PageParts before, PageParts after) {
        var changes = new LinkedHashMap<String, ListChange>();
        after.lists().forEach((name, list) -> {
            var old = before.lists().getOrDefault(name, List.of());
            var had = new LinkedHashMap<String, String>();
            old.forEach(part -> had.put(part.key(), part.html()));
            var changed = new LinkedHashMap<String, String>();
            for (var part : list) {
                if (!part.html().equals(had.get(part.key()))) {
                    changed.put(part.key(), part.html());
                }
            }
            var order = list.stream().map(Part::key).toList();
            boolean sameOrder = before.lists().containsKey(name)
                    && order.equals(old.stream().map(Part::key).toList());
            if (!sameOrder || !changed.isEmpty()) {
                changes.put(name, new ListChange(sameOrder ? null : order, changed));
            }
        });
        return changes;
    }

    private byte[] event(Map<String, ListChange> lists) {
        // JSON has no line ends of its own, so it is one line of data.
        String data = Json.text(new Told(Frame.build(), lists));
        return ("id: " + name(number) + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private String name(long of) {
        return run + "-" + of;
    }
}
