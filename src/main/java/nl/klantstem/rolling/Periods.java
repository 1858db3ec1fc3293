package nl.klantstem.rolling;

import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** What a window holds, and what the period before it held; the latter absent when the two are not compared. */
record Periods(Tally current, @Nullable Tally previous) {

    static Periods zero(boolean compared) {
        return new Periods(Tally.ZERO, compared ? Tally.ZERO : null);
    }

    boolean isZero() {
        return current.isZero() && (previous == null || previous.isZero());
    }

    void write(BinaryWriter out) {
        current.write(out);
        if (previous != null) {
            previous.write(out);
        }
    }

    static Periods read(BinaryReader in, boolean compared) {
        return new Periods(Tally.read(in), compared ? Tally.read(in) : null);
    }
}
