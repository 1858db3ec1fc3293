package nl.klantstem.contract.out;

import nl.klantstem.contract.in.Programme;

/** The key of how a score is watched. */
public record NpsWatchKey(Programme programme, Scope scope) {}
