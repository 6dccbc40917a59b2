package vn.reliefmap.cluster.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a commune group is called.
 *
 * @param code of the commune with most households, null outside all communes
 * @param fullName its name
 * @param joined names of the other communes in the group
 * @param joinedCodes their codes
 * @param outside true when households outside all communes are in it
 */
record ShownCommunes(
        @Nullable String code,
        @Nullable String fullName,
        List<String> joined,
        List<String> joinedCodes,
        boolean outside) {
    static ShownCommunes of(CommuneGroups.Group group) {
        if (group.communes.isEmpty()) {
            return new ShownCommunes(null, null, List.of(), List.of(), true);
        }
        NeedColumns.Commune lead = group.communes.get(0);
        List<String> joined = group.communes.stream()
                .skip(1)
                .map(NeedColumns.Commune::fullName)
                .toList();
        List<String> joinedCodes =
                group.communes.stream().skip(1).map(NeedColumns.Commune::code).toList();
        return new ShownCommunes(lead.code(), lead.fullName(), joined, joinedCodes, group.outside);
    }

    int communes() {
        return fullName == null ? 0 : 1 + joined.size();
    }
}
