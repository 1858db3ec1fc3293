package nl.klantstem.house.canary.contract;

import nl.klantstem.house.canary.app.TheApp;
import org.apache.kafka.common.TopicPartition;

/** Breaks two walls: a fact that imports the app and Kafka. */
final class FactThatKnowsTheApp {

    private final TopicPartition partition = new TopicPartition("t", 0);

    long now() {
        return TheApp.now() + partition.partition();
    }
}
