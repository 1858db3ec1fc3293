package nl.klantstem.rolling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/** The bytes of frames and of lists of deltas; a version first, each cell's name once. */
final class FrameCodec {

    private static final int VERSION = 2;

    private FrameCodec() {}

    static byte[] encode(Frame frame) {
        var out = new BinaryWriter();
        out.number(VERSION).number(frame.sources()).number(frame.marks().size());
        for (Frame.Mark mark : frame.marks()) {
            out.number(mark.topic()).number(mark.partition()).number(mark.recordedAt());
        }
        writeDeltas(out, frame.deltas());
        out.number(frame.references().size());
        frame.references().forEach(reference -> reference.write(out));
        return out.toBytes();
    }

    static Frame decode(byte[] bytes) {
        var in = new BinaryReader(bytes);
        if (in.number() != VERSION) {
            throw new IllegalStateException(
                    "a frame of an unknown version; stop all instances of the newer release first");
        }
        int sources = in.integer();
        var marks = new ArrayList<Frame.Mark>();
        for (int n = in.integer(); n > 0; n--) {
            marks.add(new Frame.Mark(in.integer(), in.integer(), in.number()));
        }
        List<Delta> deltas = readDeltas(in);
        var references = new ArrayList<Reference>();
        for (int n = in.integer(); n > 0; n--) {
            references.add(Reference.read(in));
        }
        return new Frame(sources, marks, deltas, references);
    }

    static void writeDeltas(BinaryWriter out, List<Delta> deltas) {
        Map<String, Integer> cells = new LinkedHashMap<>();
        deltas.forEach(delta -> cells.putIfAbsent(delta.cell(), cells.size()));
        out.number(cells.size());
        cells.keySet().forEach(out::text);
        out.number(deltas.size());
        long known = 0;
        for (Delta delta : deltas) {
            out.number(cells.getOrDefault(delta.cell(), -1));
            out.number(delta.known() - known).number(delta.known() - delta.minute());
            delta.change().write(out);
            known = delta.known();
        }
    }

    static List<Delta> readDeltas(BinaryReader in) {
        var cells = new ArrayList<String>();
        for (int n = in.integer(); n > 0; n--) {
            cells.add(in.text());
        }
        var deltas = new ArrayList<Delta>();
        long known = 0;
        for (int n = in.integer(); n > 0; n--) {
            String cell = cells.get(in.integer());
            known += in.number();
            long minute = known - in.number();
            deltas.add(new Delta(cell, minute, known, Tally.read(in)));
        }
        return deltas;
    }
}
