/** Published topics on a screen: what they say now, and what comes. */
@NullMarked
package nl.klantstem.app.tail;

import org.jspecify.annotations.NullMarked;
