package nl.klantstem.contract.out;

/** The key of what a measure brought. */
public record MeasureEffectKey(String measureId) {}
