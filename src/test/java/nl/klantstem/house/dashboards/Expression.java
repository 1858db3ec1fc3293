package nl.klantstem.house.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A PromQL expression as far as it is checked: which metrics it reads with which selectors, and by what it groups. */
record Expression(String text) {

    private static final Pattern READ =
            Pattern.compile("\\b((?:voc|kafka|jvm|process)_[a-z0-9_]+|ALERTS|up)\\b(?:\\{([^}]*)\\})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"");
    private static final Pattern GROUPED = Pattern.compile("\\b(?:by|on)\\s*\\(([^)]*)\\)");
    private static final Pattern MADE = Pattern.compile("\\), \"(\\w+)\", \" \", \"");
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");

    /** A metric that is read, and the labels that it is chosen by. */
    record Read(String metric, String selector, int at) {

        Set<String> labels() {
            var labels = new TreeSet<String>();
            LABEL.matcher(selector).results().forEach(label -> labels.add(label.group(1)));
            return labels;
        }
    }

    List<Read> reads() {
        var reads = new ArrayList<Read>();
        READ.matcher(text).results().forEach(found -> {
            var selector = found.group(2);
            reads.add(new Read(found.group(1), selector == null ? "" : selector, found.start()));
        });
        return reads;
    }

    /** Labels that results are apart by. */
    Set<String> groups() {
        var groups = new TreeSet<String>();
        GROUPED.matcher(text).results().forEach(found -> {
            for (String label : found.group(1).split(",")) {
                if (!label.isBlank()) {
                    groups.add(label.strip());
                }
            }
        });
        groups.addAll(made());
        return groups;
    }

    /** Labels that are made of others. */
    Set<String> made() {
        var made = new TreeSet<String>();
        MADE.matcher(text).results().forEach(found -> made.add(found.group(1)));
        return made;
    }

    Set<String> variables() {
        var variables = new TreeSet<String>();
        VARIABLE.matcher(text).results().forEach(found -> variables.add(found.group(1)));
        return variables;
    }

    /** Whether what is read there is taken once, however many exporters show it. */
    boolean isOnce(Read read) {
        return text.substring(0, read.at()).endsWith("one:");
    }
}
