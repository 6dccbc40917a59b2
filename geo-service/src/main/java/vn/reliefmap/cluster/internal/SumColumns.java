package vn.reliefmap.cluster.internal;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Sums per cell and item as growing columns; the sums of one cell are a stretch of rows, one row per item. Amounts are
 * whole thousandths and added exactly; an overflow throws instead of lying.
 */
final class SumColumns {
    static final int NEEDED = 0;
    static final int PLEDGED = 1;
    static final int CLAIMED = 2;
    static final int DELIVERED = 3;
    static final int OPEN = 4;
    static final int AMOUNTS = 5;

    int rows;
    short[] item = new short[256];
    /** {@link #AMOUNTS} values per row. */
    long[] amount = new long[256 * AMOUNTS];

    /** Households and people with something open of the item. */
    int[] households = new int[256];

    int[] people = new int[256];
    /** Of the open needs only; without any: 0, the largest and the smallest long. */
    byte[] urgency = new byte[256];

    long[] oldestMs = new long[256];
    long[] newestMs = new long[256];

    /** Adds up needs and rows, item by item, in any order. Use again after {@link #clear}. */
    static final class Adder {
        private final BitSet touched = new BitSet();
        private final long[] amount;
        private final int[] households;
        private final int[] people;
        private final byte[] urgency;
        private final long[] oldestMs;
        private final long[] newestMs;

        Adder(int items) {
            amount = new long[items * AMOUNTS];
            households = new int[items];
            people = new int[items];
            urgency = new byte[items];
            oldestMs = new long[items];
            newestMs = new long[items];
        }

        void clear() {
            touched.clear();
        }

        void need(NeedColumns c, int need, int householdPeople) {
            int i = touch(c.item[need]);
            long open = Math.max(0, c.needed[need] - c.delivered[need]);
            int a = i * AMOUNTS;
            add(a + NEEDED, c.needed[need]);
            add(a + PLEDGED, c.pledged[need]);
            add(a + CLAIMED, c.claimed[need]);
            add(a + DELIVERED, c.delivered[need]);
            add(a + OPEN, open);
            if (open > 0) {
                open(i, 1, householdPeople, c.urgency[need], c.confirmedMs[need], c.confirmedMs[need]);
            }
        }

        void row(SumColumns s, int row) {
            int i = touch(s.item[row]);
            for (int k = 0; k < AMOUNTS; k++) {
                add(i * AMOUNTS + k, s.amount[row * AMOUNTS + k]);
            }
            open(i, s.households[row], s.people[row], s.urgency[row], s.oldestMs[row], s.newestMs[row]);
        }

        /**
         * Sums that were made elsewhere.
         *
         * @param households with something open; people, urgency and times are theirs
         */
        void sums(int i, long[] amounts, int households, int people, int urgency, long oldestMs, long newestMs) {
            touch(i);
            for (int k = 0; k < AMOUNTS; k++) {
                add(i * AMOUNTS + k, amounts[k]);
            }
            open(i, households, people, (byte) urgency, oldestMs, newestMs);
        }

        /** The first item met, −1 for none. */
        int first() {
            return touched.nextSetBit(0);
        }

        /** The next item met after {@code i}, −1 after the last. */
        int next(int i) {
            return touched.nextSetBit(i + 1);
        }

        long amount(int i, int kind) {
            return amount[i * AMOUNTS + kind];
        }

        int households(int i) {
            return households[i];
        }

        int people(int i) {
            return people[i];
        }

        int urgency(int i) {
            return urgency[i];
        }

        long oldestMs(int i) {
            return oldestMs[i];
        }

        long newestMs(int i) {
            return newestMs[i];
        }

        private int touch(int i) {
            if (!touched.get(i)) {
                touched.set(i);
                Arrays.fill(amount, i * AMOUNTS, (i + 1) * AMOUNTS, 0);
                households[i] = 0;
                people[i] = 0;
                urgency[i] = 0;
                oldestMs[i] = Long.MAX_VALUE;
                newestMs[i] = Long.MIN_VALUE;
            }
            return i;
        }

        private void add(int at, long thousandths) {
            amount[at] = Math.addExact(amount[at], thousandths);
        }

        private void open(int i, int addedHouseholds, int addedPeople, byte level, long oldest, long newest) {
            households[i] += addedHouseholds;
            people[i] += addedPeople;
            urgency[i] = (byte) Math.max(urgency[i], level);
            oldestMs[i] = Math.min(oldestMs[i], oldest);
            newestMs[i] = Math.max(newestMs[i], newest);
        }
    }

    /** Appends one row per item that the adder met, in the catalogue's order. */
    void append(Adder adder) {
        for (int i = adder.touched.nextSetBit(0); i >= 0; i = adder.touched.nextSetBit(i + 1)) {
            if (rows == item.length) {
                resize(rows * 3 / 2);
            }
            item[rows] = (short) i;
            System.arraycopy(adder.amount, i * AMOUNTS, amount, rows * AMOUNTS, AMOUNTS);
            households[rows] = adder.households[i];
            people[rows] = adder.people[i];
            urgency[rows] = adder.urgency[i];
            oldestMs[rows] = adder.oldestMs[i];
            newestMs[rows] = adder.newestMs[i];
            rows++;
        }
    }

    /** Gives back the room that growing left over. */
    void trim() {
        resize(rows);
    }

    private void resize(int size) {
        item = Arrays.copyOf(item, size);
        amount = Arrays.copyOf(amount, size * AMOUNTS);
        households = Arrays.copyOf(households, size);
        people = Arrays.copyOf(people, size);
        urgency = Arrays.copyOf(urgency, size);
        oldestMs = Arrays.copyOf(oldestMs, size);
        newestMs = Arrays.copyOf(newestMs, size);
    }
}
