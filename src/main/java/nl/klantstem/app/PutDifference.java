package nl.klantstem.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.contract.in.ReferenceFact;
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a file says that the topic does not say now. All by key, in the order of the keys.
 *
 * @param changed with what changed in it, field by field
 * @param removed what the file does not hold and is to be taken back
 * @param kept how many the file does not hold and are left as they are
 */
record PutDifference(
        List<String> fresh, SortedMap<String, List<String>> changed, int unchanged, List<String> removed, int kept) {

    private static final int SHOWN = 20;

    static PutDifference between(
            SortedMap<String, ReferenceFact> now, SortedMap<String, ReferenceFact> file, boolean replace) {
        var fresh = new ArrayList<String>();
        var changed = new TreeMap<String, List<String>>();
        file.forEach((key, fact) -> {
            @Nullable ReferenceFact before = now.get(key);
            if (before == null) {
                fresh.add(key);
            } else if (!before.equals(fact)) {
                changed.put(key, fields(before, fact));
            }
        });
        var others = now.keySet().stream().filter(key -> !file.containsKey(key)).toList();
        return new PutDifference(
                fresh,
                changed,
                file.size() - fresh.size() - changed.size(),
                replace ? others : List.of(),
                replace ? 0 : others.size());
    }

    boolean isEmpty() {
        return fresh.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** The keys whose facts are sent. */
    List<String> sent() {
        var sent = new TreeSet<>(fresh);
        sent.addAll(changed.keySet());
        return List.copyOf(sent);
    }

    /** As it is shown. */
    List<String> lines(String topic) {
        var lines = new ArrayList<String>();
        show(lines, fresh.stream().map(key -> "new        " + key).toList());
        show(
                lines,
                changed.entrySet().stream()
                        .map(e -> "changed    " + e.getKey() + ": " + String.join(", ", e.getValue()))
                        .toList());
        show(lines, removed.stream().map(key -> "removed    " + key).toList());
        var counts = fresh.size() + " new, " + changed.size() + " changed, " + unchanged + " unchanged, "
                + removed.size() + " removed";
        lines.add(topic + ": " + counts
                + (kept == 0 ? "" : "; " + kept + " that the file does not hold stay (--replace takes them back)"));
        return lines;
    }

    private static void show(List<String> lines, List<String> more) {
        lines.addAll(more.subList(0, Math.min(SHOWN, more.size())));
        if (more.size() > SHOWN) {
            lines.add("           and " + (more.size() - SHOWN) + " more");
        }
    }

    private static List<String> fields(ReferenceFact before, ReferenceFact after) {
        Map<String, String> was = leaves(before);
        Map<String, String> is = leaves(after);
        var names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        return names.stream()
                .filter(name -> !was.getOrDefault(name, "").equals(is.getOrDefault(name, "")))
                .map(name -> name + " " + was.getOrDefault(name, "(none)") + " -> " + is.getOrDefault(name, "(none)"))
                .toList();
    }

    private static Map<String, String> leaves(ReferenceFact fact) {
        var leaves = new TreeMap<String, String>();
        addLeaves("", Json.MAPPER.valueToTree(fact), leaves);
        return leaves;
    }

    private static void addLeaves(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> addLeaves(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), leaves));
        } else {
            leaves.put(path, node.toString());
        }
    }
}
