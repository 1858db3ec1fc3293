package nl.klantstem.app.demo;

import nl.klantstem.app.RunningPipeline;
import org.jspecify.annotations.Nullable;

/** What may stop by itself while the table is shown. */
record Parts(RunningPipeline pipeline, InsightReader reader, LiveShop shop) {

    /** Throws IllegalStateException that says which one stopped, and why. */
    void check() {
        refuse("the pipeline stopped", pipeline.failure());
        refuse("the insights cannot be read any more", reader.failure());
        refuse("the shop closed", shop.failure());
    }

    private static void refuse(String what, @Nullable Throwable failure) {
        if (failure != null) {
            throw new IllegalStateException(what + ": " + failure.getMessage(), failure);
        }
    }
}
