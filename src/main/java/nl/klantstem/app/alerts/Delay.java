package nl.klantstem.app.alerts;

/**
 * From the beginning of a change to the alarm.
 *
 * @param alarmed whether it came; else the others tell how long was waited
 * @param hours of clock time
 * @param answers that came meanwhile
 */
record Delay(boolean alarmed, double hours, long answers) {}
