/** Stories told in files: what was given, and what must then be published. */
@org.jspecify.annotations.NullMarked
package nl.klantstem.scenario;
