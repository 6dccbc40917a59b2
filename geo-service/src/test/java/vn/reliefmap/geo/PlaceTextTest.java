package vn.reliefmap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.reliefmap.kernel.ImportIssue;

class PlaceTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "16.75, 107.18",
                "16.75 107.18",
                "16.75;107.18",
                "(16.75, 107.18)",
                "16,75; 107,18",
                "16,75, 107,18",
                "16°45'00\"N 107°10'48\"E",
                "16°45’N, 107°10’48”E",
                "107°10'48\"Đ 16°45'00\"B",
                "https://www.google.com/maps/@16.75,107.18,15z",
                "https://maps.google.com/?q=16.75,107.18",
                "https://www.openstreetmap.org/?mlat=16.75&mlon=107.18#map=15"
            })
    void thePlaceIsReadHoweverItIsWritten(String text) {
        PlaceText read = PlaceText.ofText(2, text);
        assertThat(read.issue()).isNull();
        assertThat(read.place()).isNotNull().satisfies(p -> {
            assertThat(p.lon()).isEqualTo(107.18, Offset.offset(1e-9));
            assertThat(p.lat()).isEqualTo(16.75, Offset.offset(1e-9));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'107,18', '16,75', '', true",
        "16.75, 107.18, REPAIRED COORDINATES_SWAPPED, true",
        "107.18, 91, REFUSED LATITUDE_RANGE, false",
        "181, 16.75, REFUSED LONGITUDE_RANGE, false",
        "NaN, 16.75, REFUSED PLACE_UNREADABLE, false",
        "107.18, '', REFUSED PLACE_UNREADABLE, false",
        "'', '', REFUSED PLACE_MISSING, false",
        "107.18, Infinity, REFUSED PLACE_UNREADABLE, false",
        "11.5, 45.4, WARNED OUTSIDE_VIETNAM, true",
        "0, 0, WARNED OUTSIDE_VIETNAM, true"
    })
    void badPlacesAreNamed(String lon, String lat, String issue, boolean taken) {
        PlaceText read = PlaceText.ofColumns(7, lon, lat);
        assertThat(read.place() != null).isEqualTo(taken);
        ImportIssue found = read.issue();
        assertThat(found == null ? "" : found.severity() + " " + found.code()).isEqualTo(issue);
        assertThat(found == null ? 7 : found.row()).isEqualTo(7);
    }
}
