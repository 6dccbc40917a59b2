package vn.reliefmap.plan.internal.papers;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What stands on a run sheet, in the words that are printed; the template only places it. Pictures are data addresses.
 *
 * @param large true on A3, with larger letters
 * @param number of the tour
 * @param mapWidthMm as wide as the sheet between its margins
 * @param homes for the team that has the tour; empty for everybody else
 * @param address what the QR code says, for those who cannot read it
 */
public record RunSheet(
        boolean simulated,
        boolean large,
        int number,
        String title,
        String about,
        List<Fact> facts,
        String map,
        double mapWidthMm,
        double mapHeightMm,
        List<Sign> legend,
        String code,
        String address,
        List<String> warnings,
        List<TripRows> trips,
        String printed,
        List<HomeRow> homes) {

    /** The facts, two side by side. */
    public List<List<Fact>> factRows() {
        return rows(facts, 2);
    }

    /** The legend, six side by side. */
    public List<List<Sign>> legendRows() {
        return rows(legend, 6);
    }

    private static <T> List<List<T>> rows(List<T> all, int width) {
        return IntStream.range(0, (all.size() + width - 1) / width)
                .mapToObj(row -> all.subList(width * row, Math.min(width * (row + 1), all.size())))
                .toList();
    }

    /** A figure with its name. */
    public record Fact(String name, String value) {}

    /** A line of the legend. */
    public record Sign(String picture, String word) {}

    /** A home that the team brings something to, on a page of its own. */
    public record HomeRow(String name, String phone, String people, String place, List<String> goods) {}

    /** @param loading where and when the vehicle loads, and what */
    public record TripRows(String loading, List<StopRow> stops) {}

    /**
     * One hand-over.
     *
     * @param place the commune, or the landing
     * @param details below it: settlement nearby, people, who receives
     * @param goods one line for each item, to tick
     * @param way from the place before
     */
    public record StopRow(
            int number, String place, List<String> details, String arrives, List<String> goods, List<String> way) {}
}
