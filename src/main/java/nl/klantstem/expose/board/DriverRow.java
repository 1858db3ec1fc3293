package nl.klantstem.expose.board;

import nl.klantstem.contract.in.Audience;
import org.jspecify.annotations.Nullable;

/**
 * What contacts are about now.
 *
 * @param now contacts over a day
 * @param usual contacts over four weeks
 * @param perDay usual per length of now
 * @param change now / perDay - 1; absent when usual is of fewer than 30
 * @param surgeId the open surge that it is in, if any
 */
public record DriverRow(
        String driver,
        Audience audience,
        Figure now,
        Figure usual,
        @Nullable Double perDay,
        @Nullable Double change,
        @Nullable String surgeId) {}
