package nl.klantstem.replay.mapping;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.HourPlan;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.in.JourneyStepEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** The fields of each kind of event by path, and what is written in each: read off the contract's records. */
public final class EventShape {

    /** What is written in a field. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        INSTANT,
        DATE
    }

    private static final Map<Topic, Class<?>> EVENTS = Map.of(
            Topic.SURVEY_RESPONSES, SurveyResponse.class,
            Topic.CONTACT_EVENTS, ContactEvent.class,
            Topic.SURVEY_INVITATIONS, SurveyInvitation.class,
            Topic.ORDER_EVENTS, OrderEvent.class,
            Topic.DELIVERY_EVENTS, DeliveryEvent.class,
            Topic.JOURNEY_STEP_EVENTS, JourneyStepEvent.class,
            Topic.MEASURES, ImprovementMeasure.class,
            Topic.PLAN, HourPlan.class);

    private EventShape() {}

    /** What follows a list's name where its one element is meant: a line tells of one item at most. */
    static final String FIRST = "[0]";

    /** What stands for any name, where there is a list of none: {@code forecastContacts.PHONE.*}. */
    private static final String ANY = "*";

    /** The fields that a mapping can fill; of a list of objects those of its first, such as {@code items[0].quantity}. */
    public static Map<String, Kind> of(Topic topic) {
        var event = EVENTS.get(topic);
        if (event == null) {
            throw new IllegalArgumentException(topic.shortName() + " is no topic that others write to");
        }
        Map<String, Kind> fields = new TreeMap<>();
        addFields(event, "", fields);
        return fields;
    }

    /** What is written in a field; null when there is none of that path. */
    public static @Nullable Kind kind(Map<String, Kind> fields, String path) {
        Kind kind = fields.get(path);
        int name = path.lastIndexOf('.') + 1;
        return kind != null || name == path.length() ? kind : fields.get(path.substring(0, name) + ANY);
    }

    /** Whether the field holds a driver code, whose slashes separate levels. */
    public static boolean isDriver(String path) {
        return path.equals("driver.code")
                || path.equals("intent.code")
                || path.equals("snapshot.driver")
                || path.equals("scope.driver")
                || path.equals("controlScope.driver");
    }

    private static void addFields(Class<?> type, String prefix, Map<String, Kind> fields) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = prefix + component.getName();
            Class<?> of = component.getType();
            if (of.isRecord()) {
                addFields(of, path + ".", fields);
            } else if (of == Map.class) {
                addEntries(component.getGenericType(), path + ".", fields);
            } else if (of == List.class) {
                addElement(component.getGenericType(), path + FIRST + ".", fields);
            } else {
                fields.put(path, kind(of));
            }
        }
    }

    private static void addElement(Type list, String prefix, Map<String, Kind> fields) {
        if (list instanceof ParameterizedType types
                && types.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isRecord()) {
            addFields(element, prefix, fields);
        }
    }

    private static void addEntries(Type map, String prefix, Map<String, Kind> fields) {
        if (map instanceof ParameterizedType types && types.getActualTypeArguments()[0] instanceof Class<?> key) {
            Type value = types.getActualTypeArguments()[1];
            String inner = value instanceof ParameterizedType ? "." + ANY : "";
            for (Object constant : key.getEnumConstants()) {
                fields.put(prefix + ((Enum<?>) constant).name() + inner, Kind.NUMBER);
            }
        }
    }

    private static Kind kind(Class<?> type) {
        if (type == int.class || type == Integer.class || type == double.class || type == Double.class) {
            return Kind.NUMBER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Kind.FLAG;
        }
        if (type == Instant.class) {
            return Kind.INSTANT;
        }
        return type == LocalDate.class ? Kind.DATE : Kind.TEXT;
    }
}
