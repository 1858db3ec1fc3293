package nl.klantstem.contract.catalogue;

import nl.klantstem.contract.in.Party;
import org.jspecify.annotations.Nullable;

/**
 * A rule of who should handle contacts with a driver (or any below it): the longest driver that fits decides, then a rule
 * that names the fulfilment before one that does not.
 */
public record Ownership(String driver, @Nullable Party fulfilment, Party owner) {}
