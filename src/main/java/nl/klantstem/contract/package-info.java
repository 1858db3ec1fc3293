/** The facts that go over a topic, and what every room may use. */
@NullMarked
package nl.klantstem.contract;

import org.jspecify.annotations.NullMarked;
