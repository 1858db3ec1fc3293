package nl.klantstem.house.dashboards;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The same thing has the same colour on all dashboards. */
final class NamedColour {

    private static final Map<String, Colour> BY_NAME = Map.ofEntries(
            Map.entry("promoters", Colour.BLUE),
            Map.entry("passives", Colour.GREY),
            Map.entry("detractors", Colour.VERMILION),
            Map.entry("avoidable", Colour.VERMILION),
            Map.entry("worth having", Colour.BLUE),
            Map.entry("not known", Colour.GREY),
            Map.entry("NPS", Colour.BLUE),
            Map.entry("target", Colour.GREEN),
            Map.entry("actual", Colour.BLUE),
            Map.entry("plan", Colour.ORANGE),
            Map.entry("last peak", Colour.PURPLE),
            Map.entry("last week", Colour.GREY),
            Map.entry("95% low", Colour.SKY),
            Map.entry("95% high", Colour.SKY));

    /** What others are held against is drawn dashed, so that what is can be seen where they lie on it. */
    private static final Set<String> HELD_AGAINST = Set.of("plan", "last week", "last peak", "95% low", "95% high");

    private NamedColour() {}

    static boolean isHeldAgainst(String name) {
        return HELD_AGAINST.contains(name);
    }

    static Optional<Colour> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
