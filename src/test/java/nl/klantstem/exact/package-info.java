/** Whole runs on a real broker, held against a recount in plain Java. */
@org.jspecify.annotations.NullMarked
package nl.klantstem.exact;
