package nl.klantstem.replay.shop;

import nl.klantstem.topic.Topic;

/** An input record as the simulated shop sends it; {@code recordedAt} in epoch milliseconds. */
@SuppressWarnings("ArrayRecordComponent")
public record ShopRecord(Topic topic, byte[] key, byte[] value, long recordedAt) {}
