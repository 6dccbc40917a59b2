package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.need.NeedLine;

/**
 * Spreads a pledge over households: always to the one whose open share (to give / needed) is the largest, until nothing is
 * left to spread. Whole units stay whole where all amounts are.
 */
final class FairSpread {
    private static final int MILLI = 1000;
    private static final int HALVINGS = 60;

    private FairSpread() {}

    /**
     * @param quantity above 0, at most the sum of what is to give
     * @return amounts above 0, their sum is the quantity
     */
    static Map<NeedId, BigDecimal> of(List<NeedLine> lines, BigDecimal quantity) {
        long wanted = milli(quantity);
        boolean whole = Stream.concat(Stream.of(quantity), lines.stream().map(NeedLine::toGive))
                .allMatch(amount -> milli(amount) % MILLI == 0);
        long grain = whole ? MILLI : 1;
        List<Share> shares = lines.stream().map(Share::new).toList();
        double level = level(shares, wanted, grain);
        long given = 0;
        for (Share share : shares) {
            share.given = share.over(level, grain);
            given += share.given;
        }
        giveRest(shares, wanted - given, grain);
        Map<NeedId, BigDecimal> amounts = new LinkedHashMap<>();
        for (Share share : shares) {
            if (share.given > 0) {
                amounts.put(share.line.id(), BigDecimal.valueOf(share.given, 3));
            }
        }
        return amounts;
    }

    /** The lowest open share, as far as numbers tell, with which no more is given than is wanted. */
    private static double level(List<Share> shares, long wanted, long grain) {
        double tooLow = 0;
        double level = shares.stream().mapToDouble(Share::open).max().orElse(1);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (tooLow + level) / 2;
            long given = shares.stream()
                    .mapToLong(share -> share.over(middle, grain))
                    .sum();
            if (given > wanted) {
                tooLow = middle;
            } else {
                level = middle;
            }
        }
        return level;
    }

    /** Equal shares, of which not all can have one more. */
    private static void giveRest(List<Share> shares, long rest, long grain) {
        PriorityQueue<Share> largestFirst =
                new PriorityQueue<>(Comparator.comparingDouble(Share::open).reversed());
        shares.stream().filter(share -> share.given < share.left).forEach(largestFirst::add);
        for (long kept = rest; kept > 0; kept -= grain) {
            Share share = largestFirst.remove();
            share.given += grain;
            if (share.given < share.left) {
                largestFirst.add(share);
            }
        }
    }

    private static long milli(BigDecimal quantity) {
        return quantity.setScale(3, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    private static final class Share {
        final NeedLine line;
        final long left;
        final double needed;
        long given;

        Share(NeedLine line) {
            this.line = line;
            this.left = milli(line.toGive());
            this.needed = milli(line.needed());
        }

        double open() {
            return (left - given) / needed;
        }

        /** All grains that are given while the open share lies above the level. */
        long over(double level, long grain) {
            return Math.max(0, Math.min(left, (long) Math.ceil((left - level * needed) / grain) * grain));
        }
    }
}
