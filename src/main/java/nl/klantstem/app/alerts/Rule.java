package nl.klantstem.app.alerts;

import nl.klantstem.stats.Answers;

/** Something that says of a journey, minute by minute, whether it is worse than usual. */
interface Rule {

    /** Takes the minute after the last; days begin at multiples of 1,440. */
    void minute(long minute, Answers answers);

    /** It says so now. */
    boolean isAlarm();

    /** The alarm was seen and there is nothing behind it. */
    void wasFalse();

    /** One that goes its own way. */
    Rule copy();
}
