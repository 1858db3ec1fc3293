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
import nl.klantstem.contract.in.JourneyStepEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.topic.Topic;

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
            Topic.JOURNEY_STEP_EVENTS, JourneyStepEvent.class);

    private EventShape() {}

    /** What follows a list's name where its one element is meant: a line tells of one item at most. */
    static final String FIRST = "[0]";

    /** The fields that a mapping can fill; of a list of objects those of its first, such as {@code items[0].quantity}. */
    public static Map<String, Kind> of(Topic topic) {
        var event = EVENTS.get(topic);
        if (event == null) {
            throw new IllegalArgumentException(topic.shortName() + " is no topic of events");
        }
        Map<String, Kind> fields = new TreeMap<>();
        addFields(event, "", fields);
        return fields;
    }

    /** Whether the field holds a driver code, whose slashes separate levels. */
    public static boolean isDriver(String path) {
        return path.equals("driver.code") || path.equals("intent.code") || path.equals("snapshot.driver");
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
            for (Object constant : key.getEnumConstants()) {
                fields.put(prefix + ((Enum<?>) constant).name(), Kind.NUMBER);
            }
        }
    }

    private static Kind kind(Class<?> type) {
        if (type == int.class || type == Integer.class || type == double.class) {
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
