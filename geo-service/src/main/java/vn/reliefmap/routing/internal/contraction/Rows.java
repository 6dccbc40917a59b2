package vn.reliefmap.routing.internal.contraction;

/** Times and lengths of the quickest ways from one start after the other to the same ends. For one thread at a time. */
public interface Rows extends AutoCloseable {
    /**
     * From one start to all ends, over at least one junction.
     *
     * @param rowSeconds takes the seconds to each end, infinite where there is no way
     * @param rowMm takes the millimetres of that way
     */
    void row(Ends start, double[] rowSeconds, double[] rowMm);

    @Override
    void close();
}
