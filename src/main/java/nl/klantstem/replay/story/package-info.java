/** An invented year in which parcels are lost in the mail, and what was changed about it. */
@NullMarked
package nl.klantstem.replay.story;

import org.jspecify.annotations.NullMarked;
