package nl.klantstem.contract.in;

/** The seven emotions. */
public enum Emotion {
    SURPRISE(false),
    JOY(false),
    INDIFFERENCE(false),
    ANGER(true),
    FRUSTRATION(true),
    DISAPPOINTMENT(true),
    DISCONTENT(true);

    private final boolean negative;

    Emotion(boolean negative) {
        this.negative = negative;
    }

    /** Whether who feels it had a bad experience. */
    public boolean isNegative() {
        return negative;
    }
}
