/** Holds each period of days against the one before and its norm, and tells a change of the score from one of the mix. */
@NullMarked
package nl.klantstem.insight.changes;

import org.jspecify.annotations.NullMarked;
