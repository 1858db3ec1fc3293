/** The one page of topics, and how keys and values become bytes. */
@NullMarked
package nl.klantstem.topic;

import org.jspecify.annotations.NullMarked;
