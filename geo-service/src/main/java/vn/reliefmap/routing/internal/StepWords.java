package vn.reliefmap.routing.internal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Languages;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RouteStep.Turn;
import vn.reliefmap.routing.VehicleWords;

/** Says a step as one sentence in Vietnamese and English. GraphHopper's own Vietnamese texts are partly wrong or empty. */
final class StepWords {
    private static final String[] COMPASS_VI = {
        "bắc", "đông bắc", "đông", "đông nam", "nam", "tây nam", "tây", "tây bắc"
    };
    private static final String[] COMPASS_EN = {
        "north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"
    };

    private StepWords() {}

    /**
     * A step on a road.
     *
     * @param azimuth degrees clockwise from north, told on departure only
     * @param deckUnconfirmed true when it leads over a bridge whose deck nobody has confirmed
     */
    record Road(
            Turn turn,
            @Nullable String name,
            @Nullable Integer exit,
            double azimuth,
            double distanceM,
            double depthM,
            boolean deckUnconfirmed) {

        String vi() {
            String act =
                    switch (turn) {
                        case DEPART -> "Xuất phát về hướng " + COMPASS_VI[compass(azimuth)] + named(", theo ");
                        case STRAIGHT -> "Đi thẳng" + named(" theo ");
                        case SLIGHT_LEFT -> "Chếch sang trái" + named(" vào ");
                        case LEFT -> "Rẽ trái" + named(" vào ");
                        case SHARP_LEFT -> "Rẽ ngoặt sang trái" + named(" vào ");
                        case KEEP_LEFT -> "Giữ bên trái" + named(" theo ");
                        case SLIGHT_RIGHT -> "Chếch sang phải" + named(" vào ");
                        case RIGHT -> "Rẽ phải" + named(" vào ");
                        case SHARP_RIGHT -> "Rẽ ngoặt sang phải" + named(" vào ");
                        case KEEP_RIGHT -> "Giữ bên phải" + named(" theo ");
                        case U_TURN -> "Quay đầu" + named(" theo ");
                        case ROUNDABOUT ->
                            "Vào vòng xuyến" + (exit == null ? "" : ", ra lối thứ " + exit) + named(" vào ");
                        case ARRIVE -> "Tới nơi";
                        case TRANSFER, BOAT -> throw new IllegalStateException(turn + " is not on a road");
                    };
            return act
                    + (distanceM > 0 ? ", đi " + lengthVi(distanceM) : "")
                    + (depthM > 0 ? ", qua nước sâu " + depth(depthM, Languages.VIETNAMESE) : "")
                    + (deckUnconfirmed ? ", qua cầu chưa ai xác nhận" : "")
                    + ".";
        }

        String en() {
            String act =
                    switch (turn) {
                        case DEPART -> "Head " + COMPASS_EN[compass(azimuth)] + named(" on ");
                        case STRAIGHT -> "Go straight on" + named(" along ");
                        case SLIGHT_LEFT -> "Turn slightly left" + named(" onto ");
                        case LEFT -> "Turn left" + named(" onto ");
                        case SHARP_LEFT -> "Turn sharp left" + named(" onto ");
                        case KEEP_LEFT -> "Keep left" + named(" along ");
                        case SLIGHT_RIGHT -> "Turn slightly right" + named(" onto ");
                        case RIGHT -> "Turn right" + named(" onto ");
                        case SHARP_RIGHT -> "Turn sharp right" + named(" onto ");
                        case KEEP_RIGHT -> "Keep right" + named(" along ");
                        case U_TURN -> "Turn round" + named(" along ");
                        case ROUNDABOUT ->
                            "Enter the roundabout" + (exit == null ? "" : ", leave by exit " + exit) + named(" onto ");
                        case ARRIVE -> "Arrive";
                        case TRANSFER, BOAT -> throw new IllegalStateException(turn + " is not on a road");
                    };
            return act
                    + (distanceM > 0 ? ", go " + lengthEn(distanceM) : "")
                    + (depthM > 0 ? ", through water " + depth(depthM, Locale.ROOT) + " deep" : "")
                    + (deckUnconfirmed ? ", over a bridge that nobody has confirmed" : "")
                    + ".";
        }

        private String named(String before) {
            return name == null ? "" : before + name;
        }
    }

    static String transferVi(VehicleClass boat, double seconds) {
        return "Chuyển hàng sang " + VehicleWords.vi(boat) + ", khoảng " + Math.round(seconds / 60) + " phút.";
    }

    static String transferEn(VehicleClass boat, double seconds) {
        return "Load the goods onto the " + VehicleWords.en(boat) + ", about " + Math.round(seconds / 60) + " minutes.";
    }

    /** @param unknownM metres over water of unknown depth */
    static String boatVi(VehicleClass boat, double azimuth, double distanceM, double unknownM) {
        return "Đi " + VehicleWords.vi(boat) + " " + lengthVi(distanceM) + " về hướng "
                + COMPASS_VI[compass(azimuth)]
                + (unknownM > 0 ? ", trong đó " + lengthVi(unknownM) + " chưa rõ độ sâu, cần xác nhận" : "")
                + ".";
    }

    static String boatEn(VehicleClass boat, double azimuth, double distanceM, double unknownM) {
        return "Go by " + VehicleWords.en(boat) + " " + lengthEn(distanceM) + " to the "
                + COMPASS_EN[compass(azimuth)]
                + (unknownM > 0 ? ", " + lengthEn(unknownM) + " of it over unknown depth, to be confirmed" : "")
                + ".";
    }

    /** The offer to walk on from where the vehicle gets to. */
    static String walkVi(VehicleClass vehicle, double distanceM, double depthM, double wadeM, double unobservedM) {
        String there = VehicleWords.vi(vehicle);
        return Character.toUpperCase(there.charAt(0)) + there.substring(1) + " tới được một chỗ; từ đó đi bộ "
                + lengthVi(distanceM)
                + (depthM > 0
                        ? ", trong đó lội " + lengthVi(wadeM) + " nước sâu tới " + depth(depthM, Languages.VIETNAMESE)
                        : ", không phải lội nước")
                + (unobservedM > 0 ? "; " + lengthVi(unobservedM) + " chưa ai quan sát" : "")
                + ".";
    }

    static String walkEn(VehicleClass vehicle, double distanceM, double depthM, double wadeM, double unobservedM) {
        return "A " + VehicleWords.en(vehicle) + " gets near; from there it is " + lengthEn(distanceM) + " on foot"
                + (depthM > 0
                        ? ", " + lengthEn(wadeM) + " of it wading through water up to " + depth(depthM, Locale.ROOT)
                        : ", without wading")
                + (unobservedM > 0 ? "; nobody looked at " + lengthEn(unobservedM) + " of it" : "")
                + ".";
    }

    static String lengthVi(double meters) {
        return length(meters, Languages.VIETNAMESE);
    }

    static String lengthEn(double meters) {
        return length(meters, Locale.ROOT);
    }

    /** Tens of metres below a kilometre, tenths of a kilometre above. */
    private static String length(double meters, Locale locale) {
        return meters < 995
                ? Math.max(10, Math.round(meters / 10) * 10) + " m"
                : String.format(locale, "%.1f km", meters / 1000);
    }

    /** Whole centimetres, rounded up but for a tenth of a millimetre: 0.3 m as a float is a little more than 0.3 m. */
    static String depth(double meters, Locale locale) {
        double up = Math.ceil(meters * 100 - 1e-2) / 100;
        return String.format(locale, up * 10 == Math.rint(up * 10) ? "%.1f m" : "%.2f m", up);
    }

    private static int compass(double azimuth) {
        return (int) Math.round(azimuth / 45) % 8;
    }
}
