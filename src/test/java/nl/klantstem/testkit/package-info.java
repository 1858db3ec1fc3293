/** What tests of several rooms share. */
@NullMarked
package nl.klantstem.testkit;

import org.jspecify.annotations.NullMarked;
