package nl.klantstem.contract.flow;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;

/**
 * The way through a journey that a response is about, in labels of the catalogue.
 *
 * @param journey of the instance it belongs to, else the response's own
 * @param met the steps it met, in the order of their labels, each once
 * @param felt the emotions it names, by step
 * @param values its experience values, 1..5
 */
public record ResponseJourney(String journey, List<Met> met, List<Felt> felt, Map<ExperienceValue, Integer> values) {

    /** A step that was met; badly or not. */
    public record Met(String step, boolean badly) {}

    /** An emotion at a step; intensity 1..3. */
    public record Felt(String step, Emotion emotion, int intensity) {}

    public ResponseJourney {
        met = List.copyOf(met);
        felt = List.copyOf(felt);
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Of a response that says nothing of its way. */
    public static ResponseJourney none(String journey) {
        return new ResponseJourney(journey, List.of(), List.of(), Map.of());
    }
}
