package nl.klantstem.link;

import java.util.ArrayList;
import java.util.EnumMap;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ResponseJourney;
import nl.klantstem.contract.flow.ResponseJourney.Felt;
import nl.klantstem.contract.flow.ResponseJourney.Met;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/** The bytes of a response's fact. Enums by ordinal: new constants go at the end. */
final class ResponseCodec {

    private static final Audience[] AUDIENCES = Audience.values();
    private static final Programme[] PROGRAMMES = Programme.values();
    private static final UnmatchedReason[] REASONS = UnmatchedReason.values();
    private static final Emotion[] EMOTIONS = Emotion.values();
    private static final ExperienceValue[] VALUES = ExperienceValue.values();

    private ResponseCodec() {}

    static void write(BinaryWriter out, ResponseFact response) {
        out.time(response.answeredAt());
        out.constant(response.programme()).constant(response.audience());
        out.text(response.journey()).text(response.channel());
        out.optional(response.nps()).optional(response.csat()).optional(response.ces());
        out.flag(response.late()).optional(response.unmatched());
        ResponseContext context = response.context();
        out.text(context.driver()).text(context.handling()).text(context.servicePartner());
        out.text(context.resolution()).text(context.waitImposed()).text(context.proofAsked());
        out.text(context.contactsNeeded());
        ContactCodec.demand(out, context.demand());
        way(out, response.way());
        out.text(response.catalogueVersion());
    }

    static ResponseFact read(BinaryReader in) {
        return new ResponseFact(
                in.time(),
                in.constant(PROGRAMMES),
                in.constant(AUDIENCES),
                in.text(),
                in.text(),
                in.optionalInteger(),
                in.optionalInteger(),
                in.optionalInteger(),
                in.flag(),
                in.optionalConstant(REASONS),
                new ResponseContext(
                        in.text(),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.text(),
                        ContactCodec.demand(in)),
                way(in),
                in.text());
    }

    private static void way(BinaryWriter out, ResponseJourney way) {
        out.text(way.journey()).number(way.met().size());
        way.met().forEach(met -> out.text(met.step()).flag(met.badly()));
        out.number(way.felt().size());
        way.felt()
                .forEach(felt -> out.text(felt.step()).constant(felt.emotion()).number(felt.intensity()));
        out.number(way.values().size());
        way.values().forEach((value, score) -> out.constant(value).number(score));
    }

    private static ResponseJourney way(BinaryReader in) {
        String journey = in.text();
        var met = new ArrayList<Met>();
        for (int n = in.integer(); n > 0; n--) {
            met.add(new Met(in.text(), in.flag()));
        }
        var felt = new ArrayList<Felt>();
        for (int n = in.integer(); n > 0; n--) {
            felt.add(new Felt(in.text(), in.constant(EMOTIONS), in.integer()));
        }
        var values = new EnumMap<ExperienceValue, Integer>(ExperienceValue.class);
        for (int n = in.integer(); n > 0; n--) {
            values.put(in.constant(VALUES), in.integer());
        }
        return new ResponseJourney(journey, met, felt, values);
    }
}
