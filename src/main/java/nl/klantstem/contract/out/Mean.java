package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A mean with how many answers it is of; absent when nobody answered. Rounded to 2 decimals. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mean(long n, @Nullable Double mean) {}
