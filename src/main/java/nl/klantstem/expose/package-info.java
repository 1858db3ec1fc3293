/** The exporter: reads insight topics as any subscriber does, and serves metrics and health. */
@NullMarked
package nl.klantstem.expose;

import org.jspecify.annotations.NullMarked;
