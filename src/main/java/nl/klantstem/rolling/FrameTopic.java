package nl.klantstem.rolling;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Repartitioned;

/** The topics in which frames go from one stage to the next. */
final class FrameTopic {

    private FrameTopic() {}

    /** A topic in which a frame goes to the partition that its key names. */
    static Repartitioned<Integer, Frame> of(String name, int partitions) {
        return Repartitioned.<Integer, Frame>as(name)
                .withKeySerde(Serdes.Integer())
                .withValueSerde(Serdes.serdeFrom(
                        (topic, frame) -> FrameCodec.encode(frame), (topic, bytes) -> FrameCodec.decode(bytes)))
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner((topic, target, frame, n) -> Optional.of(Set.of(target)));
    }
}
