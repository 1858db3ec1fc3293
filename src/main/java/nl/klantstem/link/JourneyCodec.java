package nl.klantstem.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.JourneyFact.Outcome;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import nl.klantstem.contract.flow.JourneyFact.Step;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/** The bytes of a journey instance's fact. Enums by ordinal: new constants go at the end. */
final class JourneyCodec {

    private static final Audience[] AUDIENCES = Audience.values();
    private static final Passage[] PASSAGES = Passage.values();
    private static final Experience[] EXPERIENCES = Experience.values();
    private static final Emotion[] EMOTIONS = Emotion.values();

    private JourneyCodec() {}

    static void write(BinaryWriter out, JourneyFact journey) {
        out.time(journey.startedAt()).constant(journey.audience()).text(journey.journey());
        out.constant(journey.passage()).number(journey.steps().size());
        journey.steps().forEach(step -> write(out, step));
        Outcome outcome = journey.outcome();
        out.text(outcome.resolution())
                .flag(outcome.due())
                .flag(outcome.reordered())
                .flag(outcome.byAgent());
        out.flag(outcome.credited()).flag(outcome.found()).flag(outcome.kept()).flag(outcome.refunded());
        out.flag(outcome.leakageDue()).flag(outcome.ordered());
        out.flag(journey.late()).text(journey.catalogueVersion());
    }

    static JourneyFact read(BinaryReader in) {
        Instant startedAt = in.time();
        Audience audience = in.constant(AUDIENCES);
        String label = in.text();
        Passage passage = in.constant(PASSAGES);
        List<Step> steps = new ArrayList<>();
        for (int n = in.integer(); n > 0; n--) {
            steps.add(step(in));
        }
        return new JourneyFact(startedAt, audience, label, passage, steps, outcome(in), in.flag(), in.text());
    }

    private static void write(BinaryWriter out, Step step) {
        out.text(step.step()).time(step.reachedAt()).constant(step.passage()).number(step.seconds());
        out.flag(step.waitImposed()).number(step.waitSeconds());
        out.number(step.contacts()).number(step.secondContacts()).optional(step.experience());
        out.number(step.observed().size());
        step.observed().forEach(out::constant);
    }

    private static Step step(BinaryReader in) {
        return new Step(
                in.text(),
                in.time(),
                in.constant(PASSAGES),
                in.integer(),
                in.flag(),
                in.integer(),
                in.integer(),
                in.integer(),
                in.optionalConstant(EXPERIENCES),
                emotions(in));
    }

    private static SortedSet<Emotion> emotions(BinaryReader in) {
        var emotions = new TreeSet<Emotion>();
        for (int n = in.integer(); n > 0; n--) {
            emotions.add(in.constant(EMOTIONS));
        }
        return emotions;
    }

    private static Outcome outcome(BinaryReader in) {
        return new Outcome(
                in.text(), in.flag(), in.flag(), in.flag(), in.flag(), in.flag(), in.flag(), in.flag(), in.flag(),
                in.flag());
    }
}
