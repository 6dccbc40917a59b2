package vn.reliefmap.cluster.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/**
 * The households of one disaster that have any need, and their needs, as growing columns: arrays instead of objects, so
 * that half a million households take tens of megabytes. Filled once by one thread, then only read.
 */
final class NeedColumns {
    /** A commune that households name. */
    record Commune(String code, String fullName) {}

    final List<Commune> communes = new ArrayList<>();

    int households;
    double[] lon = new double[1024];
    double[] lat = new double[1024];
    int[] people = new int[1024];
    int[] vulnerablePeople = new int[1024];
    /** Index into {@link #communes}, −1 for a household in none. */
    int[] commune = new int[1024];
    /** The ids in two halves, in the order in which PostgreSQL sorts them: as unsigned numbers, ascending. */
    private long[] idHigh = new long[1024];

    private long[] idLow = new long[1024];

    int needs;
    /** Whose need it is: an index into the households. */
    private int[] owner = new int[4096];

    short[] item = new short[4096];
    /** Amounts in thousandths of the item's unit. */
    long[] needed = new long[4096];

    long[] pledged = new long[4096];
    long[] claimed = new long[4096];
    long[] delivered = new long[4096];
    byte[] urgency = new byte[4096];
    long[] confirmedMs = new long[4096];
    /** Needs that nobody confirmed in time. */
    final BitSet unconfirmed = new BitSet();
    /** Households of which only the neighbourhood is known. */
    final BitSet approximate = new BitSet();

    /** Stretches of {@link #needsByHousehold}: those of household h are firstNeed[h] … firstNeed[h + 1] − 1. */
    int[] firstNeed = new int[0];

    int[] needsByHousehold = new int[0];

    /** Households come in the order of their ids. */
    void addHousehold(
            UUID id,
            double householdLon,
            double householdLat,
            int householdPeople,
            int householdVulnerablePeople,
            int householdCommune) {
        if (households == lon.length) {
            int size = households * 3 / 2;
            lon = Arrays.copyOf(lon, size);
            lat = Arrays.copyOf(lat, size);
            people = Arrays.copyOf(people, size);
            vulnerablePeople = Arrays.copyOf(vulnerablePeople, size);
            commune = Arrays.copyOf(commune, size);
            idHigh = Arrays.copyOf(idHigh, size);
            idLow = Arrays.copyOf(idLow, size);
        }
        lon[households] = householdLon;
        lat[households] = householdLat;
        people[households] = householdPeople;
        vulnerablePeople[households] = householdVulnerablePeople;
        commune[households] = householdCommune;
        idHigh[households] = id.getMostSignificantBits();
        idLow[households] = id.getLeastSignificantBits();
        households++;
    }

    /** Says of the household that was added last whether its place leads to a house. */
    void lastApproximate(boolean only) {
        approximate.set(households - 1, only);
    }

    /** Needs come in any order, after all households. */
    void addNeed(UUID household, int needItem, long[] amounts, int needUrgency, long needConfirmedMs) {
        if (needs == item.length) {
            int size = needs * 3 / 2;
            owner = Arrays.copyOf(owner, size);
            item = Arrays.copyOf(item, size);
            needed = Arrays.copyOf(needed, size);
            pledged = Arrays.copyOf(pledged, size);
            claimed = Arrays.copyOf(claimed, size);
            delivered = Arrays.copyOf(delivered, size);
            urgency = Arrays.copyOf(urgency, size);
            confirmedMs = Arrays.copyOf(confirmedMs, size);
        }
        owner[needs] = indexOf(household);
        item[needs] = (short) needItem;
        needed[needs] = amounts[0];
        pledged[needs] = amounts[1];
        claimed[needs] = amounts[2];
        delivered[needs] = amounts[3];
        urgency[needs] = (byte) needUrgency;
        confirmedMs[needs] = needConfirmedMs;
        needs++;
    }

    /** Says of the need that was added last whether it was confirmed in time. */
    void lastUnconfirmed(boolean expired) {
        unconfirmed.set(needs - 1, expired);
    }

    /** Call once, after the last need. */
    void groupByHousehold() {
        firstNeed = new int[households + 1];
        for (int n = 0; n < needs; n++) {
            firstNeed[owner[n] + 1]++;
        }
        for (int h = 0; h < households; h++) {
            firstNeed[h + 1] += firstNeed[h];
        }
        int[] next = Arrays.copyOf(firstNeed, households);
        needsByHousehold = new int[needs];
        for (int n = 0; n < needs; n++) {
            needsByHousehold[next[owner[n]]++] = n;
        }
    }

    UUID id(int household) {
        return new UUID(idHigh[household], idLow[household]);
    }

    /** An {@link IllegalStateException} when there is no such household. */
    int indexOf(UUID id) {
        int low = 0;
        int high = households - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compareUnsigned(idHigh[middle], id.getMostSignificantBits());
            if (order == 0) {
                order = Long.compareUnsigned(idLow[middle], id.getLeastSignificantBits());
            }
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        throw new IllegalStateException("a need without its household: " + id);
    }

    /** Changes when a household joins, leaves or moves, and not when amounts change. */
    long membership() {
        long hash = households;
        for (int h = 0; h < households; h++) {
            hash = hash * 31 + Double.doubleToLongBits(lon[h]);
            hash = hash * 31 + Double.doubleToLongBits(lat[h]);
            hash = hash * 31 + commune[h];
        }
        return hash;
    }
}
