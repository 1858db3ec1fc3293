/** The command that shows the whole product at work on an invented shop. */
@NullMarked
package nl.klantstem.app.demo;

import org.jspecify.annotations.NullMarked;
