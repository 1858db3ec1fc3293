/** The language in which a mapping says how foreign lines become our events, and the conversion itself. */
@NullMarked
package nl.klantstem.replay.mapping;

import org.jspecify.annotations.NullMarked;
