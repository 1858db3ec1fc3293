package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The key of a progress record. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgressKey(
        InsightProgress.Kind kind, @Nullable String stream, int partition) {}
