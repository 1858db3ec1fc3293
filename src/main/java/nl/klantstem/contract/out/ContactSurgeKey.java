package nl.klantstem.contract.out;

/** The key of a surge of contacts. */
public record ContactSurgeKey(String surgeId) {}
