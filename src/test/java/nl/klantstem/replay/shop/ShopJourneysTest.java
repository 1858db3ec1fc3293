package nl.klantstem.replay.shop;

import static nl.klantstem.replay.shop.Told.share;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

class ShopJourneysTest {

    private static final List<ShopRecord> ALL = Told.all(Told.settings(28, 700).withOrders(4));
    private static final List<JsonNode> STEPS = of(Topic.JOURNEY_STEP_EVENTS);

    @Test
    void there_are_fewer_steps_than_events_of_contacts() {
        assertThat(STEPS)
                .hasSizeGreaterThan(5_000)
                .hasSizeLessThan(of(Topic.CONTACT_EVENTS).size() / 2);
    }

    @Test
    void an_instance_is_of_one_customer_and_one_journey_and_its_contacts_name_it() {
        var who = new HashMap<String, String>();
        for (JsonNode step : STEPS) {
            String about = step.get("customerKey").asText() + " "
                    + step.get("journeyId").asText();
            assertThat(who.merge(step.get("journeyInstanceId").asText(), about, (a, b) -> a))
                    .isEqualTo(about);
        }
        Set<String> named = of(Topic.CONTACT_EVENTS).stream()
                .filter(e -> e.has("journeyInstanceId") && e.has("stepId"))
                .map(e -> e.get("journeyInstanceId").asText())
                .collect(Collectors.toSet());
        assertThat(named).containsAll(who.keySet());
    }

    @Test
    void steps_begin_at_the_first_and_some_tell_how_they_were() {
        Map<String, List<JsonNode>> instances = STEPS.stream()
                .collect(Collectors.groupingBy(s -> s.get("journeyInstanceId").asText()));
        assertThat(share(instances.values(), i -> i.stream()
                        .anyMatch(s -> is(s, "kind", "STARTED") && is(s, "stepId", "0"))))
                .isGreaterThan(0.95);
        assertThat(share(instances.values(), i -> i.stream().anyMatch(s -> is(s, "kind", "COMPLETED"))))
                .isBetween(0.6, 0.95);
        assertThat(share(STEPS, s -> s.has("experience"))).isBetween(0.05, 0.25);
        assertThat(share(STEPS, s -> s.has("emotion"))).isBetween(0.03, 0.15);
    }

    @Test
    void answers_name_ways_emotions_and_values_and_some_are_of_mystery_shoppers() {
        List<JsonNode> answers = of(Topic.SURVEY_RESPONSES);
        assertThat(share(answers, a -> a.has("journeyInstanceId"))).isBetween(0.05, 0.25);
        assertThat(share(answers, a -> a.has("emotions"))).isBetween(0.2, 0.35);
        assertThat(share(answers, a -> a.has("experienceValues"))).isBetween(0.15, 0.3);
        assertThat(share(answers, a -> is(a, "programme", "MYSTERY_SHOP"))).isBetween(0.002, 0.02);
    }

    @Test
    void invitations_come_as_far_as_they_come() {
        var statuses = new TreeMap<String, Integer>();
        var reasons = new TreeSet<String>();
        for (JsonNode invitation : of(Topic.SURVEY_INVITATIONS)) {
            statuses.merge(invitation.get("status").asText(), 1, Integer::sum);
            if (is(invitation, "status", "SUPPRESSED")) {
                reasons.add(invitation.get("suppressionReason").asText());
            }
        }
        assertThat(statuses).containsOnlyKeys("SENT", "DELIVERED", "OPENED", "BOUNCED", "EXPIRED", "SUPPRESSED");
        assertThat(reasons).containsExactly("OPT_OUT", "QUARANTINE", "TECHNICAL");
    }

    @Test
    void what_was_lost_is_ordered_again_by_the_customer_or_by_an_agent() {
        Set<String> placedBy = new HashSet<>();
        Map<String, String> customers = new HashMap<>();
        of(Topic.ORDER_EVENTS)
                .forEach(o -> customers.put(
                        o.get("orderId").asText(), o.get("customerKey").asText()));
        for (JsonNode order : of(Topic.ORDER_EVENTS)) {
            if (order.has("reorderOf")) {
                placedBy.add(order.get("placedBy").asText());
                String customer = order.get("customerKey").asText();
                assertThat(customers.getOrDefault(order.get("reorderOf").asText(), customer))
                        .isEqualTo(customer);
            }
        }
        assertThat(placedBy).containsExactlyInAnyOrder("AGENT", "CUSTOMER");
    }

    private static List<JsonNode> of(Topic topic) {
        return ALL.stream()
                .filter(told -> told.topic() == topic)
                .map(Told::json)
                .toList();
    }

    private static boolean is(JsonNode event, String field, String value) {
        return event.path(field).asText().equals(value);
    }
}
