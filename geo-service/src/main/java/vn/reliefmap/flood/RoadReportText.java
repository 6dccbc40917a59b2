package vn.reliefmap.flood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.geo.PlaceText;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.kernel.Problem;

/**
 * A short message about a road, such as "Ngập ngang ngực 16.75012, 107.18034": a state in words, with or without
 * diacritics, in Vietnamese or English, and coordinates. What can be understood in two ways is refused: a message must
 * never open a road by mistake.
 *
 * @param place from the coordinates in the text, put right when they were exchanged; else the one that came with it
 * @param placed true when the text holds coordinates
 */
public record RoadReportText(RoadState state, LonLat place, boolean placed) {
    /** A message is short; more than this is not read. */
    public static final int LONGEST = 500;

    private static final String EXPECTED = "ngập ngang ngực 16.75012, 107.18034";

    /** Phrases without diacritics; single words only where no place or other word is written the same. */
    private static final Map<RoadState, List<String>> PHRASES = Map.of(
            RoadState.OPEN,
            List.of(
                    "thong xe",
                    "thong duong",
                    "duong thong",
                    "da thong",
                    "thong suot",
                    "di duoc",
                    "qua duoc",
                    "di lai duoc",
                    "het ngap",
                    "khong ngap",
                    "khong con ngap",
                    "nuoc da rut",
                    "nuoc rut het",
                    "kho rao",
                    "road open",
                    "is open",
                    "open",
                    "passable",
                    "no water"),
            RoadState.SHALLOW,
            List.of(
                    "ngap nong",
                    "nuoc nong",
                    "nuoc can",
                    "ngap nhe",
                    "mat ca chan",
                    "mat ca",
                    "co chan",
                    "ngap it",
                    "shallow",
                    "ankle deep"),
            RoadState.KNEE_DEEP,
            List.of("dau goi", "ngang goi", "toi goi", "den goi", "ngap goi", "knee deep", "knee"),
            RoadState.WAIST_DEEP,
            List.of(
                    "that lung",
                    "ngang lung",
                    "ngang eo",
                    "toi eo",
                    "den eo",
                    "ngang bung",
                    "toi bung",
                    "den bung",
                    "ngang hong",
                    "waist deep",
                    "waist"),
            RoadState.CHEST_DEEP,
            List.of("ngang nguc", "toi nguc", "den nguc", "sau nguc", "ngap nguc", "chest deep", "chest"),
            RoadState.CLOSED,
            List.of(
                    "khong qua duoc",
                    "khong di duoc",
                    "khong the qua",
                    "khong the di",
                    "chua thong",
                    "khong thong",
                    "khong di lai duoc",
                    "chua qua duoc",
                    "chua di duoc",
                    "cam duong",
                    "cam xe",
                    "dong duong",
                    "duong dong",
                    "chan duong",
                    "duong bi chan",
                    "tac duong",
                    "duong tac",
                    "sat lo",
                    "sut lun",
                    "chia cat",
                    "dut duong",
                    "duong dut",
                    "not passable",
                    "impassable",
                    "not open",
                    "road closed",
                    "closed",
                    "blocked",
                    "landslide"),
            RoadState.BRIDGE_GONE,
            List.of(
                    "sap cau",
                    "cau sap",
                    "cau bi sap",
                    "gay cau",
                    "cau gay",
                    "cau bi gay",
                    "troi cau",
                    "cau troi",
                    "cau bi troi",
                    "cau bi cuon",
                    "cuon troi cau",
                    "mat cau",
                    "cau hong",
                    "cau hu",
                    "dut cau",
                    "cau dut",
                    "bridge gone",
                    "bridge is gone",
                    "bridge collapsed",
                    "bridge broken",
                    "bridge washed away"));

    private record Phrase(String words, RoadState state) {}

    private static final List<Phrase> LONGEST_FIRST = PHRASES.entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(words -> new Phrase(words, e.getKey())))
            .sorted(Comparator.comparingInt((Phrase p) -> -p.words().length()).thenComparing(Phrase::words))
            .toList();

    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern PAIR =
            Pattern.compile("\\(?[+-]?\\d{1,3}[.,]\\d{2,}\\s*[,; ]\\s*[+-]?\\d{1,3}[.,]\\d{2,}\\)?");
    private static final Pattern DEGREES =
            Pattern.compile("\\d{1,3}\\s*°[^°]{0,24}\\d{1,3}\\s*°\\s*[\\d.,'’′\"”″\\s]{0,20}[NSEWBĐ]?");
    /** In front of a good word they turn it round. */
    private static final Pattern NEGATION_AT_END =
            Pattern.compile(".*\\b(khong|chua|chang|ko|k|hong|not|no|never|isn t|neu|bao gio)( \\S+)?$");

    /** Throws a problem (400) that says what is missing: {@code REPORT_TEXT_LONG}, {@code _PLACE}, {@code _STATE}, {@code _UNCLEAR}. */
    public static RoadReportText read(String text) {
        return read(text, null);
    }

    /** @param otherwise the place where the text holds none; null = then it is refused */
    public static RoadReportText read(String text, @Nullable LonLat otherwise) {
        if (text.length() > LONGEST) {
            throw bad(
                    "REPORT_TEXT_LONG",
                    "Tin quá dài (tối đa 500 ký tự).",
                    "The message is too long (500 characters at most).");
        }
        for (Pattern pattern : List.of(LINK, PAIR, DEGREES)) {
            Matcher place = pattern.matcher(text);
            if (place.find()) {
                String rest = text.substring(0, place.start()) + " . " + text.substring(place.end());
                if (pattern.matcher(rest).find()) {
                    throw bad(
                            "REPORT_TEXT_UNCLEAR", "Tin có hơn một toạ độ.", "The message holds more than one place.");
                }
                return new RoadReportText(state(rest), place(place.group()), true);
            }
        }
        if (otherwise != null) {
            return new RoadReportText(state(text), otherwise, false);
        }
        throw bad("REPORT_TEXT_PLACE", "Tin thiếu toạ độ.", "The message lacks coordinates.");
    }

    private static LonLat place(String text) {
        LonLat place = PlaceText.ofText(1, text.strip()).place();
        if (place == null || !place.inVietnam()) {
            throw bad(
                    "REPORT_TEXT_PLACE",
                    "Không đọc được toạ độ trong tin.",
                    "The coordinates in the message cannot be read.");
        }
        return place;
    }

    private static RoadState state(String text) {
        Set<RoadState> found = EnumSet.noneOf(RoadState.class);
        String rest = " " + NameFolding.fold(text) + " ";
        for (Phrase phrase : LONGEST_FIRST) {
            int at = rest.indexOf(" " + phrase.words() + " ");
            while (at >= 0) {
                if (!phrase.state().closes()
                        && NEGATION_AT_END
                                .matcher(rest.substring(0, at).stripTrailing())
                                .matches()) {
                    throw unclear();
                }
                found.add(phrase.state());
                rest = rest.substring(0, at) + " | "
                        + rest.substring(at + phrase.words().length() + 2);
                at = rest.indexOf(" " + phrase.words() + " ");
            }
        }
        if (found.isEmpty()) {
            throw bad(
                    "REPORT_TEXT_STATE",
                    "Tin chưa nói đường ra sao: thông, nước nông, ngang gối, ngang hông, ngang ngực, cấm đường, sập cầu.",
                    "The message does not say how the road is: open, shallow, knee, waist or chest deep, closed, bridge gone.");
        }
        if (found.size() > 1) {
            throw unclear();
        }
        return new ArrayList<>(found).get(0);
    }

    private static RuntimeException unclear() {
        return bad(
                "REPORT_TEXT_UNCLEAR",
                "Tin có thể hiểu theo hai cách. Mỗi tin chỉ nói một tình trạng.",
                "The message can be understood in two ways. Say one state only.");
    }

    private static RuntimeException bad(String code, String vi, String en) {
        return Problem.badField(code, "text", EXPECTED, vi, en).asException();
    }
}
