package nl.klantstem.insight.steering;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what comes can be handled: contacts that wait at the beginning, those that come in each hour, and how many can be
 * handled in it. What is not handled in an hour waits for the next.
 */
record Load(double backlog, double[] coming, double[] capacity) {

    /** Less than this is rounding. */
    private static final double NOTHING = 0.005;

    /** The contacts that are too many for all hours together; 0 when they can be handled. */
    double shortfall() {
        double over = backlog;
        for (int hour = 0; hour < coming.length; hour++) {
            over += coming[hour] - capacity[hour];
        }
        return over < NOTHING ? 0 : over;
    }

    /** The hours at the end of which someone still waits, of those in which anyone comes or can be helped. */
    List<Integer> waiting() {
        var waiting = new ArrayList<Integer>();
        double queue = backlog;
        for (int hour = 0; hour < coming.length; hour++) {
            queue = Math.max(0, queue + coming[hour] - capacity[hour]);
            if (queue >= NOTHING && coming[hour] + capacity[hour] > 0) {
                waiting.add(hour);
            }
        }
        return waiting;
    }
}
