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
            said("sos_sent", "Đang hỏi đội cứu hộ gần nhất", "The nearest crew is being asked"),
            said(
                    "sos_nobody_near",
                    "Chưa có đội nào tới được; điều phối đang lo, hãy gọi 112",
                    "No crew can come yet; coordinators see to it, ring 112"),
            said("sos_acknowledged", "Đội cứu hộ đã nhận", "A crew has taken the call"),
            said("sos_on_the_way", "Đội cứu hộ đang tới", "A crew is on its way"),
            said("sos_reached", "Đội cứu hộ đã tới nơi", "A crew is there"),
            said("sos_not_found", "Đội không tìm thấy; hãy gọi 112", "The crew did not find you; ring 112"),
            said("still_needed", "Người báo nhắn: vẫn còn cần", "The sender says: still needed"),
            said("said_done", "Người báo nhắn: đã đủ", "The sender says: met"),
            said("said_cancelled", "Người báo nhắn: xin huỷ", "The sender takes it back"),
            said("under_way", "Đã có đội nhận chở", "A team has taken it on"),
            said("delivered", "Đội báo đã giao", "Handed over, says the team"));

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
