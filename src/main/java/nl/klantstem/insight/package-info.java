/** Watches closed minutes, compares periods, explains what changed, and alerts. */
@NullMarked
package nl.klantstem.insight;

import org.jspecify.annotations.NullMarked;
