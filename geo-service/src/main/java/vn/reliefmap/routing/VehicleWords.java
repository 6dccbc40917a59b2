package vn.reliefmap.routing;

import vn.reliefmap.passability.VehicleClass;

/** The classes as people call them. */
public final class VehicleWords {
    private VehicleWords() {}

    /** In the middle of a sentence. */
    public static String vi(VehicleClass vehicle) {
        return switch (vehicle) {
            case FOOT -> "người đi bộ";
            case MOTORBIKE -> "xe máy";
            case CAR -> "ô tô";
            case PICKUP -> "xe bán tải";
            case TRUCK -> "xe tải";
            case PADDLE_BOAT -> "thuyền chèo";
            case MOTOR_BOAT -> "xuồng máy";
        };
    }

    /** In the middle of a sentence, without an article. */
    public static String en(VehicleClass vehicle) {
        return vehicle == VehicleClass.FOOT ? "person on foot" : vehicle.word().replace('_', ' ');
    }
}
