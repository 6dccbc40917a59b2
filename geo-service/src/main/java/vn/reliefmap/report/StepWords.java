package vn.reliefmap.report;

import java.util.Map;

/** The steps of a report in words that its sender understands. */
public final class StepWords {
    private static final Map<String, String[]> WORDS = Map.ofEntries(
            said("received", "Đã nhận tin", "Received"),
            said("handed_over", "Đã chuyển cho cán bộ nơi khác", "Handed over to another officer"),
            said("need_more", "Cán bộ cần hỏi thêm", "An officer needs to ask more"),
            said("confirmed", "Cán bộ đã xác minh", "Verified by an officer"),
            said("rejected", "Cán bộ xác minh là không đúng", "Found not to hold by an officer"),
            said("duplicate", "Đã có tin khác về nhà này", "Another report tells of this home already"),
            said("undone", "Cán bộ xem lại quyết định", "The decision was taken back"),
            said("dispatched", "Đã báo đội cứu hộ", "A crew was told"),
            said("acknowledged", "Đội cứu hộ đã nhận lời", "A crew has acknowledged"),
            said("escalated", "Đã báo lên cấp trên", "Told to the level above"),
            said("under_way", "Đang chở tới", "On its way"),
            said("delivered", "Đã giao", "Delivered"));

    private StepWords() {}

    private static Map.Entry<String, String[]> said(String word, String vi, String en) {
        return Map.entry(word, new String[] {vi, en});
    }

    /** The word itself where there is no better one. */
    public static String of(ReportStep step, boolean vietnamese) {
        String[] said = WORDS.get(step.word());
        return said == null ? step.word().replace('_', ' ') : said[vietnamese ? 0 : 1];
    }
}
