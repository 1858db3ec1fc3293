/** The customer's timeline: response and contact, revisions and lifecycle, as step functions over known minutes. */
@NullMarked
package nl.klantstem.link;

import org.jspecify.annotations.NullMarked;
