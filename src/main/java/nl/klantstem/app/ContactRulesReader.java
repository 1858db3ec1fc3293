package nl.klantstem.app;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import nl.klantstem.contract.catalogue.ContactRules;
import nl.klantstem.contract.catalogue.ContactRules.ServiceLevel;
import nl.klantstem.contract.in.Channel;
import org.jspecify.annotations.Nullable;

/** By which times and margins a catalogue judges contacts; what it leaves out is as in {@link ContactRules#DEFAULT}. */
final class ContactRulesReader {

    static final int MOST_DAYS = 90;
    private static final Duration LONGEST = Duration.ofDays(MOST_DAYS);
    private static final Pattern WHOLE_SECONDS =
            Pattern.compile("(?=.*[1-9])P([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?");

    private final Section section;

    ContactRulesReader(Section section) {
        this.section = section;
    }

    ContactRules read() {
        var otherwise = ContactRules.DEFAULT;
        int repeatDays = section.between(1, MOST_DAYS, "repeatDays", otherwise.repeatDays());
        var rules = new ContactRules(
                serviceLevels(repeatDays),
                duration(section, "shortAbandon", otherwise.shortAbandon()),
                duration(section, "humanWithin", otherwise.humanWithin()),
                duration(section, "containment", otherwise.containment()),
                repeatDays,
                section.between(1, MOST_DAYS, "orderDays", otherwise.orderDays()),
                endsAfter(section, otherwise.endsAfter(), repeatDays),
                section.between(0.0, 100.0, "botMargin", otherwise.botMargin()));
        section.noOthers();
        return rules;
    }

    private Map<Channel, ServiceLevel> serviceLevels(int repeatDays) {
        var levels = new EnumMap<Channel, ServiceLevel>(Channel.class);
        section.each("serviceLevels", level -> {
            var channel = level.choice("channel", Channel.class);
            var promise = new ServiceLevel(
                    duration(level, "answerWithin", null),
                    level.has("targetRatio") ? level.between(0.0, 1.0, "targetRatio", 0.0) : null,
                    level.has("endsAfter") ? endsAfter(level, null, repeatDays) : null);
            if (levels.put(channel, promise) != null && channel.name().equals(level.optionalText("channel"))) {
                level.problem("channel", "'" + channel + "' is there already: give each channel one service level");
            }
            return channel;
        });
        return levels;
    }

    /** Contacts that are still open are repeated however long ago they were; their end must not take that back. */
    private static Duration endsAfter(Section section, @Nullable Duration otherwise, int repeatDays) {
        var endsAfter = duration(section, "endsAfter", otherwise);
        if (endsAfter.compareTo(Duration.ofDays(repeatDays)) > 0 && endsAfter.compareTo(LONGEST) <= 0) {
            section.problem(
                    "endsAfter",
                    (section.has("endsAfter") ? "" : "left out, it is ") + written(endsAfter)
                            + ", longer than the P" + repeatDays
                            + "D of repeatDays: an end by time-out would undo a repeat of a contact that was still open;"
                            + " give P" + repeatDays + "D or less");
        }
        return endsAfter;
    }

    /** Required when there is no fallback. */
    static Duration duration(Section section, String name, @Nullable Duration otherwise) {
        var expected = "a positive duration of whole seconds such as PT10S or P1D";
        var standIn = Duration.ofSeconds(1);
        var duration = otherwise == null
                ? section.parsed(name, ContactRulesReader::wholeSeconds, standIn, expected)
                : section.parsedOr(name, ContactRulesReader::wholeSeconds, otherwise, expected);
        if (duration.compareTo(LONGEST) > 0) {
            section.problem(name, written(duration) + " is too long: give at most " + written(LONGEST));
        }
        return duration;
    }

    private static Duration wholeSeconds(String text) {
        if (!WHOLE_SECONDS.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return Duration.parse(text);
    }

    /** Whole days as days: a Duration would print P8D as PT192H. */
    private static String written(Duration duration) {
        return duration.equals(Duration.ofDays(duration.toDays()))
                ? "P" + duration.toDays() + "D"
                : duration.toString();
    }
}
