package vn.reliefmap.kernel;

import org.jspecify.annotations.Nullable;

/**
 * One line of a benchmark: our figure beside another way to the same answer, both measured in one run.
 *
 * @param name fixed, so that runs can be compared
 * @param unit of both figures, e.g. {@code ms}, of processor time unless the unit says otherwise
 * @param ours our figure; smaller is better
 * @param peerName what we are compared with; null when there is nothing to compare with
 * @param peer its figure
 * @param ratio peer / ours: larger is better
 * @param agree true when both sides gave the same answer
 * @param data what was measured on, and how often
 * @param machine cores, processor, JVM and load
 * @param seed from which the data was made
 */
public record BenchRow(
        String name,
        String unit,
        double ours,
        @Nullable String peerName,
        @Nullable Double peer,
        @Nullable Double ratio,
        boolean agree,
        String data,
        String machine,
        long seed) {}
