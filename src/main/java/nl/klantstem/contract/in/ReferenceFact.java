package nl.klantstem.contract.in;

/** What a record of reference data says: of each key the last record holds. */
public sealed interface ReferenceFact permits ImprovementMeasure, HourPlan {

    /** What the record is about, and the key of its record: the same in every form of the same thing. */
    String key();
}
