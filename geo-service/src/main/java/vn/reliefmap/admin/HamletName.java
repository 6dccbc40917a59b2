package vn.reliefmap.admin;

import java.util.regex.Pattern;
import vn.reliefmap.kernel.NameFolding;

/** Names of hamlets as people write them. */
public final class HamletName {
    /** What stands before the name and says only that it is a hamlet. */
    private static final Pattern KIND =
            Pattern.compile("^(thon|ban|xom|ap|khu pho|kp|to dan pho|tdp|lang|khom|buon|to)(?= ) ?");

    private HamletName() {}

    /** The name for comparing: no diacritics, lower case, without "thôn", "bản", "khu phố" and the like; numbers as such: "Thôn 01" is "1". */
    public static String fold(String name) {
        String folded = NameFolding.fold(name);
        String bare = KIND.matcher(folded).replaceFirst("");
        return bare.replaceAll("\\b0+(?=\\d)", "").strip();
    }
}
