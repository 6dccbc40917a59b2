package vn.reliefmap.cluster.internal;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.Item.LackGroup;
import vn.reliefmap.kernel.Problem;

/** The items as the sums know them: an index per item, in the catalogue's order. Immutable. */
record CatalogueItems(List<String> codes, List<String> lackGroups) {
    private static final String GROUP = "group:";
    private static final String MEDICINE = LackGroup.MEDICINE.name().toLowerCase(Locale.ROOT);

    /** Of these without what tells of health. */
    BitSet withoutHealth(BitSet wanted) {
        BitSet rest = (BitSet) wanted.clone();
        for (int i = 0; i < codes.size(); i++) {
            if (lackGroups.get(i).equals(MEDICINE)) {
                rest.clear(i);
            }
        }
        return rest;
    }

    /**
     * The items that a filter word means: an item code, else a lack group; null means all. Some codes are lack groups
     * too (rice), hence {@code group:rice} for the group without doubt.
     */
    BitSet matching(@Nullable String word) {
        BitSet wanted = new BitSet(codes.size());
        if (word == null) {
            wanted.set(0, codes.size());
            return wanted;
        }
        int single = codes.indexOf(word);
        if (single >= 0) {
            wanted.set(single);
            return wanted;
        }
        String group = word.startsWith(GROUP) ? word.substring(GROUP.length()) : word;
        for (int i = 0; i < codes.size(); i++) {
            if (lackGroups.get(i).equals(group)) {
                wanted.set(i);
            }
        }
        if (wanted.isEmpty()) {
            throw unknown();
        }
        return wanted;
    }

    private RuntimeException unknown() {
        return Problem.badField(
                        "ITEM_UNKNOWN",
                        "item",
                        "an item code of /api/v1/items or a lack group (" + String.join(", ", new TreeSet<>(lackGroups))
                                + ")",
                        "Không có mặt hàng hay nhóm hàng này trong danh mục.",
                        "The catalogue has no such item or lack group.")
                .asException();
    }
}
