@NullMarked
package nl.klantstem.app.report;

import org.jspecify.annotations.NullMarked;
