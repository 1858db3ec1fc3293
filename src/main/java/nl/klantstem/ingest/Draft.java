package nl.klantstem.ingest;

/** A fact while it is read. What is required may only be asked for when nothing was amiss. */
abstract class Draft<T> {

    /** What one field demands of another. */
    void checkTogether(long given, Offences offences) {}

    /** The fact, when it has no offence. */
    abstract T fact();
}
