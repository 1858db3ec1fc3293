package nl.klantstem.replay.mapping;

import nl.klantstem.contract.in.RejectReason;
import org.jspecify.annotations.Nullable;

/** Why a line is to be refused, and which of our fields offends, when there is one. */
public record Refusal(RejectReason reason, @Nullable String field) {}
