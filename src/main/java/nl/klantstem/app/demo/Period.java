package nl.klantstem.app.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.JourneyOutcomes;
import nl.klantstem.contract.out.JourneySteps;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Share;
import nl.klantstem.contract.out.SurveyHealth;
import org.jspecify.annotations.Nullable;

/** The figures of one journey, and of the company, in the window of a length that ends at a time. */
record Period(StoryFinals finals, String journeyId, String length, Instant to) {

    Optional<JourneyNps> nps() {
        return finals.at(to, JourneyNps.class, scope(journeyId, null, true), length);
    }

    Optional<JourneyNps> companyNps() {
        return finals.at(to, JourneyNps.class, scope(null, null, true), length);
    }

    /** All steps together. */
    Optional<JourneySteps> steps() {
        return finals.at(to, JourneySteps.class, scope(journeyId, null, false), length);
    }

    Optional<JourneySteps> step(String stepId) {
        return finals.at(to, JourneySteps.class, scope(journeyId, stepId, false), length);
    }

    Optional<JourneyOutcomes> outcomes() {
        return finals.at(to, JourneyOutcomes.class, scope(journeyId, null, false), length);
    }

    /** Of those asked, so far. */
    Optional<Share> responseRate() {
        return finals.at(to, SurveyHealth.class, scope(journeyId, null, true), length)
                .map(SurveyHealth::responseRate);
    }

    private static Scope scope(@Nullable String journeyId, @Nullable String stepId, boolean withProgramme) {
        Map<String, String> labels = new HashMap<>();
        labels.put(Scope.AUDIENCE, Audience.CUSTOMER.name());
        if (withProgramme) {
            labels.put(Scope.PROGRAMME, Programme.TRANSACTIONAL.name());
        }
        if (journeyId != null) {
            labels.put(Scope.JOURNEY, journeyId);
        }
        if (stepId != null) {
            labels.put(Scope.STEP, stepId);
        }
        return Scope.of(labels);
    }
}
