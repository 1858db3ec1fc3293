package nl.klantstem.link;

import static nl.klantstem.contract.in.JourneyStepEvent.Kind.REACHED;
import static nl.klantstem.contract.in.JourneyStepEvent.Kind.STARTED;
import static nl.klantstem.link.GivenEvents.answered;
import static nl.klantstem.link.GivenEvents.invited;
import static nl.klantstem.link.GivenEvents.ofInstance;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.stage;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.klantstem.contract.flow.ResponseJourney;
import nl.klantstem.contract.flow.ResponseJourney.Felt;
import nl.klantstem.contract.flow.ResponseJourney.Met;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import nl.klantstem.contract.in.SurveyResponse.StepEmotion;
import org.junit.jupiter.api.Test;

/** Which way through a journey an answer is about, as docs/measures.md defines it; an answer is attributed for 14 days. */
class ResponseWayTest {

    private static final long DAY = 24 * 60;
    private static final KnownEvent FIRST = stage("j1", "s0", STARTED, 0).step();
    private static final KnownEvent SECOND =
            stage("j2", "s1", STARTED, 2).journey("delivery").step();

    @Test
    void an_answer_belongs_to_the_instance_it_names_itself() {
        Told told = Told.of(
                FIRST,
                SECOND,
                opened("k", 3).instance("j1").step(),
                answered("r", 5).about("k", null, null).way("j2", null).answer());

        assertThat(told.way("r")).isEqualTo(way("delivery", new Met("s1", false)));
    }

    @Test
    void else_to_that_of_its_contact_else_to_that_of_its_invitation() {
        KnownEvent invitation = ofInstance(invited("i", 4, 1, null, null), null, "j2");
        Told told = Told.of(
                FIRST,
                SECOND,
                invitation,
                opened("k1", 1).instance("j1").atStep("s0").step(),
                opened("k2", 1).step(),
                answered("by-contact", 5).about("k1", "i", null).answer(),
                answered("by-invitation", 5).about("k2", "i", null).answer());

        assertThat(told.way("by-contact").journey()).isEqualTo("return");
        assertThat(told.way("by-invitation").journey()).isEqualTo("delivery");
    }

    @Test
    void an_answer_that_names_no_instance_belongs_to_the_latest_of_its_journey_that_started_shortly_before() {
        Told told = Told.of(
                FIRST,
                stage("j3", "s2", STARTED, 3).step(),
                stage("j4", "s1", STARTED, 9).step(),
                SECOND,
                answered("r", 5).journey("return").answer(),
                answered("far", 3 + 14 * DAY).journey("return").answer(),
                answered("too-far", 10 + 14 * DAY).journey("return").answer(),
                answered("other", 5).journey("no-such").answer());

        assertThat(told.way("r")).isEqualTo(way("return", new Met("s2", false)));
        assertThat(told.way("far").met()).as("j4 started 9 minutes in").containsExactly(new Met("s1", false));
        assertThat(told.way("too-far").met()).isEmpty();
        assertThat(told.way("other")).isEqualTo(way("other"));
    }

    @Test
    void when_nothing_is_known_of_the_instance_it_names_it_belongs_to_none_and_meets_what_it_names() {
        Told told = Told.of(
                FIRST,
                answered("r", 5)
                        .journey("return")
                        .way("j9", "s1", new StepEmotion("no-such", Emotion.JOY, 2))
                        .answer());

        assertThat(told.way("r").met()).containsExactly(new Met("other", false), new Met("s1", false));

        told.then(stage("j9", "s2", STARTED, 1).knownAt(20, 3).step());
        assertThat(told.way("r").met())
                .as("as soon as something is known of it")
                .containsExactly(new Met("other", false), new Met("s1", false), new Met("s2", false));
    }

    @Test
    void without_a_customer_there_is_no_instance() {
        Told told = Told.ofNobody(
                opened("k0", 1).instance("j1").atStep("s0").step(),
                answered("r", 5)
                        .journey("return")
                        .about("k0", null, null)
                        .way(null, "s1")
                        .answer());

        assertThat(told.way("r")).isEqualTo(way("return", new Met("s1", false)));
    }

    @Test
    void it_met_the_steps_that_were_reached_when_it_was_answered() {
        Told told = Told.of(
                FIRST,
                stage("j1", "s1", REACHED, 5).step(),
                stage("j1", "s2", REACHED, 6).step(),
                answered("r", 5).way("j1", null).answer());

        assertThat(told.way("r").met()).containsExactly(new Met("s0", false), new Met("s1", false));
    }

    @Test
    void it_met_a_step_badly_when_the_experience_there_was_negative_whatever_it_says_itself() {
        Told told = Told.of(
                FIRST,
                stage("j1", "s1", REACHED, 3).felt(Experience.NEGATIVE, null).step(),
                stage("j1", "s2", REACHED, 4).felt(Experience.NEUTRAL, null).step(),
                answered("r", 5)
                        .way(
                                "j1",
                                null,
                                new StepEmotion("s0", Emotion.DISCONTENT, 1),
                                new StepEmotion("s1", Emotion.JOY, 3),
                                new StepEmotion("s2", Emotion.ANGER, 3))
                        .answer());

        assertThat(told.way("r").met())
                .as("where no event tells an experience, the emotion does")
                .containsExactly(new Met("s0", true), new Met("s1", true), new Met("s2", false));
    }

    @Test
    void an_emotion_named_twice_for_a_step_is_one_as_strong_as_the_stronger() {
        Told told = Told.of(answered("r", 5)
                .journey("return")
                .value(ExperienceValue.TAILORED, 4)
                .way(
                        null,
                        null,
                        new StepEmotion("x", Emotion.JOY, 1),
                        new StepEmotion("s0", Emotion.JOY, 2),
                        new StepEmotion("y", Emotion.JOY, 3))
                .answer());

        assertThat(told.way("r").felt())
                .containsExactly(new Felt("other", Emotion.JOY, 3), new Felt("s0", Emotion.JOY, 2));
        assertThat(told.way("r").values()).isEqualTo(Map.of(ExperienceValue.TAILORED, 4));
    }

    @Test
    void a_mystery_shoppers_answer_has_a_way_too_and_a_panels_counts_nowhere() {
        Told told = Told.of(
                FIRST,
                answered("shopper", 5)
                        .of(Programme.MYSTERY_SHOP)
                        .way("j1", null)
                        .answer());

        assertThat(told.way("shopper").met()).containsExactly(new Met("s0", false));
        for (Programme programme : List.of(Programme.PANEL, Programme.COMMUNITY, Programme.TRACKER)) {
            assertThat(new WrittenHistory(
                                    GivenCatalogue.CATALOGUE,
                                    "c:1",
                                    List.of(answered("r", 5).of(programme).answer()))
                            .changes)
                    .isEmpty();
        }
    }

    private static ResponseJourney way(String journey, Met... met) {
        return new ResponseJourney(journey, List.of(met), List.of(), Map.of());
    }
}
