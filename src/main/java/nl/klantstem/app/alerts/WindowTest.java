package nl.klantstem.app.alerts;

import nl.klantstem.stats.Nps;

/** When people say that the answers of a window mean something is wrong, given the usual score. */
interface WindowTest {

    boolean isWrong(Nps window, double usual);

    /** So many points below the usual score, with at least so many answers. */
    static WindowTest below(double points, int atLeast) {
        return (window, usual) -> window.n() >= atLeast
                && 100.0 * (window.promoters() - window.detractors()) / window.n() <= usual - points;
    }

    /** More than 1.96 standard errors below it, with 30 answers or more. */
    static WindowTest zTest() {
        return (window, usual) -> {
            double mean = (double) (window.promoters() - window.detractors()) / window.n();
            return window.n() >= 30 && (usual / 100 - mean) / Math.sqrt(window.variance() / window.n()) > 1.96;
        };
    }

    /** Lower by this part of the usual score's own value, or more; of a score of 0, anything lower. */
    static WindowTest fallenBy(double part) {
        return (window, usual) -> {
            double score = window.score().orElse(usual);
            return score < usual && usual - score >= part * Math.abs(usual);
        };
    }
}
