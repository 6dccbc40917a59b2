package vn.reliefmap.message.internal.form;

/** Tells words apart that differ in one place, as fingers slip. */
final class OneFault {
    private OneFault() {}

    /** True for equal texts, and where one letter is wrong, too many, too few, or exchanged with the next one. */
    static boolean between(String a, String b) {
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int i = 0;
        while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
            i++;
        }
        if (shorter.length() < longer.length()) {
            return shorter.substring(i).equals(longer.substring(i + 1));
        }
        if (i == shorter.length() || shorter.substring(i + 1).equals(longer.substring(i + 1))) {
            return true;
        }
        return i + 1 < shorter.length()
                && shorter.charAt(i) == longer.charAt(i + 1)
                && shorter.charAt(i + 1) == longer.charAt(i)
                && shorter.substring(i + 2).equals(longer.substring(i + 2));
    }
}
