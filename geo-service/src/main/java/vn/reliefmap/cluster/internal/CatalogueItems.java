package vn.reliefmap.cluster.internal;

import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Problem;

/** The items as the sums know them: an index per item, in the catalogue's order. Immutable. */
record CatalogueItems(List<String> codes, List<String> lackGroups) {
    int indexOf(String code) {
        return codes.indexOf(code);
    }

    /** The items that a filter word means: a lack group, else an item code; null means all. */
    BitSet matching(@Nullable String word) {
        BitSet wanted = new BitSet(codes.size());
        if (word == null) {
            wanted.set(0, codes.size());
            return wanted;
        }
        for (int i = 0; i < codes.size(); i++) {
            if (lackGroups.get(i).equals(word)) {
                wanted.set(i);
            }
        }
        if (wanted.isEmpty()) {
            int single = indexOf(word);
            if (single < 0) {
                throw unknown();
            }
            wanted.set(single);
        }
        return wanted;
    }

    private RuntimeException unknown() {
        return Problem.badField(
                        "ITEM_UNKNOWN",
                        "item",
                        "a lack group (" + String.join(", ", new TreeSet<>(lackGroups))
                                + ") or an item code of /api/v1/items",
                        "Không có mặt hàng hay nhóm hàng này trong danh mục.",
                        "The catalogue has no such item or lack group.")
                .asException();
    }
}
