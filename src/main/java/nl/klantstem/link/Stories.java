package nl.klantstem.link;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The stories of one kind of event, by what they are about; an event of another kind has no business here. */
final class Stories<E extends KnownEvent> {

    private final Class<E> kind;
    private final Map<String, Story<E>> byId = new TreeMap<>();

    Stories(Class<E> kind) {
        this.kind = kind;
    }

    Map<String, Story<E>> byId() {
        return byId;
    }

    boolean isOf(KnownEvent event) {
        return kind.isInstance(event);
    }

    void add(KnownEvent event) {
        byId.computeIfAbsent(event.about(), id -> new Story<>()).add(kind.cast(event));
    }

    void remove(KnownEvent event) {
        @Nullable Story<E> story = byId.get(event.about());
        if (story != null) {
            story.remove(kind.cast(event));
        }
    }

    /** The event that has the same identity, whatever it is about; or null. */
    @Nullable
    KnownEvent sameEvent(KnownEvent event) {
        for (Story<E> story : byId.values()) {
            for (E known : story.events()) {
                if (known.id().sameEvent(event.id())) {
                    return known;
                }
            }
        }
        return null;
    }

    void drop(Predicate<Story<? extends KnownEvent>> useless) {
        byId.values().removeIf(useless);
    }
}
