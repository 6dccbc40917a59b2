package vn.reliefmap.plan;

import java.util.ArrayList;
import java.util.List;

/** Tells one item's division; amounts come in packs and go out in thousandths. */
final class DivisionReport {
    private final FairnessRule rule;
    private final AllocationStock stock;
    private final List<AllocationNeed> needs;
    private final int[] first;
    private final long[] given;
    private final long[] floor;
    private final long[] threat;

    /**
     * @param needs by commune and id
     * @param first where each commune's needs begin, and their end
     * @param given to each need
     * @param floor of each commune
     * @param threat what went to threats to life in each commune
     */
    DivisionReport(
            FairnessRule rule,
            AllocationStock stock,
            List<AllocationNeed> needs,
            int[] first,
            long[] given,
            long[] floor,
            long[] threat) {
        this.rule = rule;
        this.stock = stock;
        this.needs = needs;
        this.first = first;
        this.given = given;
        this.floor = floor;
        this.threat = threat;
    }

    Allocation.OfItem ofItem() {
        long toCarry = 0;
        long allocated = 0;
        List<Allocation.Receiver> receivers = new ArrayList<>(needs.size());
        double[] before = new double[needs.size()];
        double[] after = new double[needs.size()];
        for (int i = 0; i < needs.size(); i++) {
            AllocationNeed need = needs.get(i);
            long gets = given[i] * stock.packMilli();
            toCarry += need.toCarryMilli();
            allocated += gets;
            receivers.add(new Allocation.Receiver(need, gets, need.toCarryMilli() - gets));
            before[i] = need.servedShare();
            after[i] = 1 - (double) (need.toCarryMilli() - gets) / need.neededMilli();
        }
        receivers.sort((a, b) -> a.need().id().compareTo(b.need().id()));
        double servedBefore = served(0, needs.size(), 0);
        double servedAfter = served(0, needs.size(), allocated);
        return new Allocation.OfItem(
                stock.item(),
                stock.stockMilli(),
                toCarry,
                allocated,
                toCarry - allocated,
                stock.stockMilli() - allocated,
                new Allocation.Fairness(servedBefore, Gini.of(before, this::people)),
                new Allocation.Fairness(servedAfter, Gini.of(after, this::people)),
                communes(servedAfter),
                List.copyOf(receivers));
    }

    private double people(int receiver) {
        return needs.get(receiver).people();
    }

    private List<Allocation.OfCommune> communes(double provinceShare) {
        List<Allocation.OfCommune> communes = new ArrayList<>();
        for (int c = 0; c < first.length - 1; c++) {
            long needed = 0;
            long toCarry = 0;
            long allocated = 0;
            for (int i = first[c]; i < first[c + 1]; i++) {
                needed += needs.get(i).neededMilli();
                toCarry += needs.get(i).toCarryMilli();
                allocated += given[i] * stock.packMilli();
            }
            double after = served(first[c], first[c + 1], allocated);
            communes.add(new Allocation.OfCommune(
                    needs.get(first[c]).commune(),
                    needed,
                    toCarry,
                    allocated,
                    floor[c] * stock.packMilli(),
                    threat[c] * stock.packMilli(),
                    served(first[c], first[c + 1], 0),
                    after,
                    after < provinceShare - rule.largestGap()));
        }
        return communes;
    }

    /** 1 when nothing was needed. */
    private double served(int from, int to, long allocated) {
        long needed = 0;
        long lacking = -allocated;
        for (int i = from; i < to; i++) {
            needed += needs.get(i).neededMilli();
            lacking += needs.get(i).toCarryMilli();
        }
        return needed == 0 ? 1 : 1 - (double) lacking / needed;
    }
}
