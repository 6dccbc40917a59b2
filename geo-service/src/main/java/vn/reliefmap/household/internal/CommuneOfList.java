package vn.reliefmap.household.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.kernel.Problem;

/** The commune of a whole list: the one that came with it, else the one that its title names. */
final class CommuneOfList {
    private static final Pattern KIND =
            Pattern.compile("(?iU)\\b(xã|phường|thị trấn|đặc khu)\\s*:?\\s+(\\S+(?:\\s+\\S+){0,4})");

    private CommuneOfList() {}

    /**
     * Empty when nobody says, or the title names several. A {@code COMMUNE_UNKNOWN} or {@code COMMUNE_AMBIGUOUS} problem (400)
     * when the name that came with the list is none, or the name of several.
     *
     * @param given code or name that came with the list; null when none did
     */
    static Optional<AdminUnit> find(AdminUnits units, @Nullable String given, List<String> titles) {
        if (given != null && !given.isBlank()) {
            List<AdminUnit> meant = units.meantBy(given.strip());
            if (meant.size() != 1) {
                throw Problem.badField(
                                meant.isEmpty() ? "COMMUNE_UNKNOWN" : "COMMUNE_AMBIGUOUS",
                                "commune",
                                "code or name of one commune",
                                meant.isEmpty()
                                        ? "Không có xã, phường nào mang mã hoặc tên này."
                                        : "Nhiều xã, phường mang tên này; hãy ghi mã.",
                                meant.isEmpty()
                                        ? "No commune has this code or name."
                                        : "Several communes have this name; give the code.")
                        .asException();
            }
            return Optional.of(meant.get(0));
        }
        Set<AdminUnit> named = new LinkedHashSet<>();
        titles.forEach(title -> named.addAll(inTitle(units, title)));
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    /** The longest words behind each "xã", "phường" that are a name: "UBND XÃ HẢI LĂNG NĂM 2025" names Hải Lăng. */
    private static List<AdminUnit> inTitle(AdminUnits units, String title) {
        List<AdminUnit> found = new ArrayList<>();
        Matcher kind = KIND.matcher(title);
        for (int from = 0; kind.find(from); from = kind.end(1)) {
            String[] words = kind.group(2).split("\\s+");
            for (int n = words.length; n > 0; n--) {
                String name = String.join(" ", List.of(words).subList(0, n)).replaceAll("[.,;:()\\-–]+$", "");
                List<AdminUnit> meant = name.isEmpty() ? List.of() : units.meantBy(kind.group(1) + " " + name);
                if (!meant.isEmpty()) {
                    found.addAll(meant);
                    break;
                }
            }
        }
        return found;
    }
}
