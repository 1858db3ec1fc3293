/** What the live page and the JSON API tell: the insights that are kept for it, and the board that is made of them. */
@NullMarked
package nl.klantstem.expose.board;

import org.jspecify.annotations.NullMarked;
