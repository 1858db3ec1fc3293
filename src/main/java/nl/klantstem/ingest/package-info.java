/** Parse, check, dead-letter, pseudonymise, re-key. */
@NullMarked
package nl.klantstem.ingest;

import org.jspecify.annotations.NullMarked;
