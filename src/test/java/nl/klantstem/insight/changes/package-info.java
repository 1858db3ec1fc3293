@org.jspecify.annotations.NullMarked
package nl.klantstem.insight.changes;
