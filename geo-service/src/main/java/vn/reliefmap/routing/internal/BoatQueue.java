package vn.reliefmap.routing.internal;

import java.util.Arrays;

/** Cells in the order of their keys, smallest first; a cell may be in it more than once. Not thread-safe. */
final class BoatQueue {
    private double[] keys = new double[1024];
    private int[] cells = new int[1024];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(int cell, double key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            cells = Arrays.copyOf(cells, 2 * size);
        }
        int at = size++;
        while (at > 0 && keys[(at - 1) >> 1] > key) {
            int parent = (at - 1) >> 1;
            keys[at] = keys[parent];
            cells[at] = cells[parent];
            at = parent;
        }
        keys[at] = key;
        cells[at] = cell;
    }

    /** Takes the cell with the smallest key out. */
    int poll() {
        int first = cells[0];
        double key = keys[--size];
        int cell = cells[size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            keys[at] = keys[child];
            cells[at] = cells[child];
            at = child;
        }
        keys[at] = key;
        cells[at] = cell;
        return first;
    }
}
