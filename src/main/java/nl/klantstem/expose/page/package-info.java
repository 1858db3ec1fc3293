/** The live page and the JSON API: a board as HTML in two languages, told on by server-sent events. */
@NullMarked
package nl.klantstem.expose.page;

import org.jspecify.annotations.NullMarked;
