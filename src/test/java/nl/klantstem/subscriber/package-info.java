/** What another team writes to have the insights; it knows Kafka and JSON, and nothing of Klantstem's code. */
@NullMarked
package nl.klantstem.subscriber;

import org.jspecify.annotations.NullMarked;
