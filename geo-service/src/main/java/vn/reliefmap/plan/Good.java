package vn.reliefmap.plan;

import vn.reliefmap.kernel.Problem;

/**
 * One item that is carried in a problem; loads name it by its place in {@link TourProblem#goods()}.
 *
 * @param item code of the catalogue
 * @param unitKg mass of one unit in kilograms, 0 or more
 * @param unitM3 volume of one unit in cubic metres, 0 or more
 */
public record Good(String item, double unitKg, double unitM3) {
    public Good {
        if (!(unitKg >= 0 && unitKg < 1e9 && unitM3 >= 0 && unitM3 < 1e9)) {
            throw Problem.badField(
                            "GOOD_SIZE",
                            "goods",
                            "0 … 10⁹ kg, m³",
                            "Mặt hàng “" + item + "” có khối lượng hoặc thể tích không hợp lệ.",
                            "The item \"" + item + "\" has no usable mass or volume.")
                    .asException();
        }
    }
}
