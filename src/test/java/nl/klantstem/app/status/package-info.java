@org.jspecify.annotations.NullMarked
package nl.klantstem.app.status;
