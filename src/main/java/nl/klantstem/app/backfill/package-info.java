/** The past as Prometheus takes it in: counts of the ledgers at the time they are about. */
@NullMarked
package nl.klantstem.app.backfill;

import org.jspecify.annotations.NullMarked;
