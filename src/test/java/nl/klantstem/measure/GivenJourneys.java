package nl.klantstem.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.JourneyFact.Outcome;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ResponseJourney;
import nl.klantstem.contract.flow.ResponseJourney.Felt;
import nl.klantstem.contract.flow.ResponseJourney.Met;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import org.jspecify.annotations.Nullable;

/** Instances of journeys and answers of those who went through them, made by hand and by dice. */
public final class GivenJourneys {

    public static final List<String> JOURNEYS = List.of("lost-in-mail", "return");
    public static final List<String> STEPS = List.of("0", "1", "3", "other", "unknown");

    private static final int MONTH_OF_SECONDS = 30 * 86_400;

    private final Random random;

    public GivenJourneys(long seed) {
        System.out.println("journeys: seed " + seed);
        random = new Random(seed);
    }

    /** An instance of lost-in-mail that started at noon. */
    public static JourneyFact instance(Passage passage, Outcome outcome, JourneyFact.Step... steps) {
        return new JourneyFact(
                GivenFacts.NOON,
                Audience.CUSTOMER,
                "lost-in-mail",
                passage,
                List.of(steps),
                outcome,
                false,
                GivenFacts.VERSION);
    }

    /** A step of which nothing more is known. */
    public static JourneyFact.Step step(String step, Instant reachedAt, Passage passage) {
        return new JourneyFact.Step(
                step,
                reachedAt,
                passage,
                JourneyFact.UNKNOWN_SECONDS,
                false,
                JourneyFact.UNKNOWN_SECONDS,
                0,
                0,
                null,
                new TreeSet<>());
    }

    /** An answer given at noon of someone who went through lost-in-mail. */
    public static ResponseFact answer(Programme programme, @Nullable Integer nps, ResponseJourney way) {
        return new ResponseFact(
                GivenFacts.NOON,
                programme,
                Audience.CUSTOMER,
                way.journey(),
                "CHAT",
                nps,
                null,
                null,
                false,
                null,
                ResponseContext.NONE,
                way,
                GivenFacts.VERSION);
    }

    /** Instances in every state, with any of the steps, started within two hours from noon. */
    public List<JourneyFact> instances(int n) {
        var instances = new ArrayList<JourneyFact>();
        for (int i = 0; i < n; i++) {
            var start = GivenFacts.NOON.plusSeconds(random.nextInt(7_200));
            var passage = any(Passage.values());
            instances.add(new JourneyFact(
                    start,
                    random.nextInt(5) > 0 ? Audience.CUSTOMER : Audience.PARTNER,
                    any(JOURNEYS),
                    passage,
                    STEPS.stream()
                            .filter(step -> random.nextBoolean())
                            .map(step -> anyStep(step, start, passage))
                            .toList(),
                    outcome(),
                    random.nextInt(9) == 0,
                    GivenFacts.VERSION));
        }
        return instances;
    }

    /** Answers of every programme, some without a score, that met any of the steps. */
    public List<ResponseFact> answers(int n) {
        var answers = new ArrayList<ResponseFact>();
        for (int i = 0; i < n; i++) {
            var met = STEPS.stream()
                    .filter(step -> random.nextInt(3) == 0)
                    .map(step -> new Met(step, random.nextBoolean()))
                    .toList();
            var felt = new ArrayList<Felt>();
            for (Met each : met) {
                for (int times = random.nextInt(4); times > 0; times--) {
                    felt.add(new Felt(each.step(), any(Emotion.values()), 1 + random.nextInt(3)));
                }
            }
            var values = new EnumMap<ExperienceValue, Integer>(ExperienceValue.class);
            for (ExperienceValue value : ExperienceValue.values()) {
                if (random.nextBoolean()) {
                    values.put(value, 1 + random.nextInt(5));
                }
            }
            answers.add(answer(
                    any(Programme.values()),
                    random.nextInt(8) == 0 ? null : random.nextInt(11),
                    new ResponseJourney(any(JOURNEYS), met, felt, values)));
        }
        return answers;
    }

    private JourneyFact.Step anyStep(String step, Instant start, Passage passage) {
        boolean completed = random.nextBoolean();
        boolean waits = random.nextInt(3) == 0;
        int contacts = random.nextInt(4);
        var observed = EnumSet.noneOf(Emotion.class);
        if (random.nextBoolean()) {
            observed.add(any(Emotion.values()));
            observed.add(any(Emotion.values()));
        }
        return new JourneyFact.Step(
                step,
                start.plusSeconds(random.nextInt(600)),
                completed ? Passage.COMPLETED : passage == Passage.ABANDONED ? Passage.ABANDONED : Passage.OPEN,
                completed ? random.nextInt(3 * MONTH_OF_SECONDS) : JourneyFact.UNKNOWN_SECONDS,
                waits,
                waits && random.nextBoolean() ? random.nextInt(MONTH_OF_SECONDS) : JourneyFact.UNKNOWN_SECONDS,
                contacts,
                Math.max(0, contacts - random.nextInt(2)),
                random.nextInt(4) == 0 ? null : any(Experience.values()),
                new TreeSet<>(observed));
    }

    private Outcome outcome() {
        boolean due = random.nextBoolean();
        boolean reordered = random.nextBoolean();
        boolean found = random.nextBoolean();
        return new Outcome(
                any(List.of("CREDITED", "INFORMED", "unknown")),
                due,
                reordered,
                reordered && random.nextBoolean(),
                random.nextBoolean(),
                found,
                found && random.nextBoolean(),
                random.nextBoolean(),
                due && random.nextBoolean(),
                random.nextInt(4) > 0);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    private final <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }
}
