package vn.reliefmap.cluster.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    /** Index into {@link #communes}, −1 for a household in none. */
    int[] commune = new int[1024];
    /** The first need of each household; the needs of household h are firstNeed[h] … firstNeed[h + 1] − 1. */
    int[] firstNeed = new int[1025];

    int needs;
    short[] item = new short[4096];
    /** Amounts in thousandths of the item's unit. */
    long[] needed = new long[4096];

    long[] pledged = new long[4096];
    long[] claimed = new long[4096];
    long[] delivered = new long[4096];
    byte[] urgency = new byte[4096];
    long[] confirmedMs = new long[4096];

    void addHousehold(double householdLon, double householdLat, int householdPeople, int householdCommune) {
        if (households == lon.length) {
            int size = households * 3 / 2;
            lon = Arrays.copyOf(lon, size);
            lat = Arrays.copyOf(lat, size);
            people = Arrays.copyOf(people, size);
            commune = Arrays.copyOf(commune, size);
            firstNeed = Arrays.copyOf(firstNeed, size + 1);
        }
        lon[households] = householdLon;
        lat[households] = householdLat;
        people[households] = householdPeople;
        commune[households] = householdCommune;
        households++;
        firstNeed[households] = needs;
    }

    /** A need of the household added last. */
    void addNeed(int needItem, long[] amounts, int needUrgency, long needConfirmedMs) {
        if (needs == item.length) {
            int size = needs * 3 / 2;
            item = Arrays.copyOf(item, size);
            needed = Arrays.copyOf(needed, size);
            pledged = Arrays.copyOf(pledged, size);
            claimed = Arrays.copyOf(claimed, size);
            delivered = Arrays.copyOf(delivered, size);
            urgency = Arrays.copyOf(urgency, size);
            confirmedMs = Arrays.copyOf(confirmedMs, size);
        }
        item[needs] = (short) needItem;
        needed[needs] = amounts[0];
        pledged[needs] = amounts[1];
        claimed[needs] = amounts[2];
        delivered[needs] = amounts[3];
        urgency[needs] = (byte) needUrgency;
        confirmedMs[needs] = needConfirmedMs;
        needs++;
        firstNeed[households] = needs;
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
