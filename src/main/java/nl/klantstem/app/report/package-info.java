/** The command that reports the NPS of any period from the ledger, and what became of it since it was published. */
@NullMarked
package nl.klantstem.app.report;

import org.jspecify.annotations.NullMarked;
