/** The command that measures what counting costs, beside doing nothing with the same records. */
@NullMarked
package nl.klantstem.app.bench;

import org.jspecify.annotations.NullMarked;
