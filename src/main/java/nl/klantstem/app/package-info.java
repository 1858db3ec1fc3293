/** Command line, configuration, wiring and lifecycle. */
@NullMarked
package nl.klantstem.app;

import org.jspecify.annotations.NullMarked;
