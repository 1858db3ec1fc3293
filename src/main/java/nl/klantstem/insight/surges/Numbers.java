package nl.klantstem.insight.surges;

import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/** Rows of numbers in state, to the last bit. */
final class Numbers {

    private Numbers() {}

    static void write(double[] numbers, BinaryWriter out) {
        out.number(numbers.length);
        for (double number : numbers) {
            out.number(Long.reverse(Double.doubleToLongBits(number)));
        }
    }

    static double[] read(BinaryReader in) {
        var numbers = new double[in.integer()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.longBitsToDouble(Long.reverse(in.number()));
        }
        return numbers;
    }
}
