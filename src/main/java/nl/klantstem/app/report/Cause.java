package nl.klantstem.app.report;

/** Why what is known now of a day differs from what was published when it had closed. An answer has one cause. */
enum Cause {
    /** It counts now, and counted nowhere then: the response, or the revision that gave it a score, was not known. */
    LATE("late"),
    /** It counted here then and counts here now, with another score: no answer more or less. */
    REVISED("revised"),
    /** It counted here then and counts nowhere now: withdrawn, dismissed, or left without a score by a revision. */
    WITHDRAWN("withdrawn"),
    /** It counts here now, and counted elsewhere then: in another journey, audience, programme or day. */
    MOVED_IN("moved in"),
    /** It counted here then, and counts elsewhere now. */
    MOVED_OUT("moved out");

    private final String title;

    Cause(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
