package vn.reliefmap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.reliefmap.geo.PlaceReading.Form;
import vn.reliefmap.geo.PlaceReading.Found;
import vn.reliefmap.geo.PlaceReading.NotFound;
import vn.reliefmap.geo.PlaceReading.Outside;
import vn.reliefmap.geo.PlaceReading.Why;

/** FEATURE UNDER TEST: a place is read in any usual form, and what cannot be read says why. */
class PlaceReaderTest {
    private static final double LAT = 16.75;
    private static final double LON = 107.18;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16.75, 107.18",
                "16.75,107.18",
                "16.75 107.18",
                "16.75;107.18",
                "16.75/107.18",
                "16.75-107.18",
                "16.75 - 107.18",
                "(16.75, 107.18)",
                "107.18, 16.75",
                "16,75, 107,18",
                "16,75;107,18",
                "16,75 107,18",
                "16,75,107,18",
                "１６．７５，１０７．１８",
                "16.75° N, 107.18° E",
                "16.75N 107.18E",
                "N16.75 E107.18",
                "B 16.75 Đ 107.18",
                "Vĩ độ: 16,75; Kinh độ: 107,18",
                "kinh độ 107.18 vĩ độ 16.75",
                "kinh do 107.18, vi do 16.75",
                "lat=16.75, lng=107.18",
                "Toạ độ nhà em: 16.75000, 107.18000 gần cầu, sđt 0912 345 678",
                "Việt Nam 16.75, 107.18",
                "Đông Hà 16.75, 107.18",
                "16°45'00\"N 107°10'48\"E",
                "16°45′00″B, 107°10′48″Đ",
                "16º45’N, 107º10’48”E",
                "107°10'48\"Đ 16°45'00\"B",
                "16 độ 45 phút 00 giây Bắc, 107 độ 10 phút 48 giây Đông",
                "16 45 00 N 107 10 48 E",
                "N 16 45 00 E 107 10 48",
                "N16°45.000' E107°10.800'",
                "16°45' 107°10.8'",
                "16:45:00N 107:10:48E",
                "16 45' 107 10.8'",
                "https://www.google.com/maps?q=16.75,107.18",
                "https://maps.google.com/?q=loc:16.75,107.18",
                "https://www.google.com/maps/search/?api=1&query=16.75%2C107.18",
                "https://www.google.com/maps/search/16.75,+107.18?entry=tts",
                "https://www.google.com/maps/place/16%C2%B045'00.0%22N+107%C2%B010'48.0%22E/@16.7,107.1,17z",
                "https://www.google.com/maps/place/Cho/@16.70,107.10,17z/data=!3m1!4b1!4m6!3m5!1s0x0:0x0!8m2!3d16.75!4d107.18!16s",
                "https://www.google.com/maps/dir//16.75,107.18/@16.70,107.10,13z",
                "https://www.google.com/maps/dir/?api=1&destination=16.75,107.18",
                "https://www.google.com/maps/@16.75,107.18,15z",
                "Vị trí của tôi: https://maps.google.com/maps?q=16.75,107.18&z=17 cứu với",
                "https://maps.apple.com/?ll=16.75,107.18&q=Ghim",
                "https://maps.apple.com/place?coordinate=16.75,107.18",
                "https://www.openstreetmap.org/?mlat=16.75&mlon=107.18#map=15/16.7/107.1",
                "https://www.openstreetmap.org/#map=15/16.75/107.18",
                "https://waze.com/ul?ll=16.75%2C107.18&navigate=yes",
                "https://www.bing.com/maps?cp=16.75~107.18&lvl=15",
                "https://zalo.me/location?lat=16.75&lon=107.18",
                "https://example.vn/map?lng=107.18&lat=16.75",
                "geo:16.75,107.18",
                "geo:16.75,107.18;u=35",
                "geo:0,0?q=16.75,107.18(Nha)",
                "GEO:16.75,107.18?z=15",
                "https://maps.app.goo.gl/AbCdEf 16.75, 107.18"
            })
    void aPlaceIsReadHoweverItIsWritten(String text) {
        assertThat(PlaceReader.read(text)).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.at().lat()).isEqualTo(LAT, Offset.offset(1e-9));
            assertThat(found.at().lon()).isEqualTo(LON, Offset.offset(1e-9));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VN-2000 106°15' X=1852697.537 Y=574436.567",
                "VN2000, KTT 106 15, X: 1.852.697,537 Y: 574.436,567",
                "vn 2000 574436.567 1852697.537",
                "EPSG:9212 574436,567 1852697,537",
                "VN-2000 kinh tuyến trục 106 độ 15 x=1 852 697.537; y=574 436.567"
            })
    void metresOfANamedSystemAreTheGoldenPoint(String text) {
        assertThat(PlaceReader.read(text)).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.at().lat()).isEqualTo(16.75, Offset.offset(2e-8));
            assertThat(found.at().lon()).isEqualTo(106.95, Offset.offset(2e-8));
            assertThat(found.words(true)).contains("16.75000").contains("106.95000");
        });
    }

    @Test
    void everyZoneOfMetresHasTheMeridianThatNamesIt() {
        for (int quarter = 0; quarter <= 22; quarter++) {
            double meridian = 103 + quarter * 0.25;
            String zone = String.format(Locale.ROOT, "%d°%02d'", (int) meridian, (int) (meridian % 1 * 60));
            if (PlaceReader.read("VN-2000 " + zone + " X=1850000 Y=500000") instanceof Found found) {
                double east = new Crs(32648)
                        .fromLonLat(found.at().point())
                        .getCoordinate()
                        .distance(new Crs(32648)
                                .fromLonLat(new LonLat(meridian, found.at().lat()).point())
                                .getCoordinate());
                assertThat(east).as(zone).isLessThan(250);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | EMPTY",
                "'   ' | EMPTY",
                "Thôn 4 xã Hải Lăng | NO_COORDINATES",
                "0912 345 678 | NO_COORDINATES",
                "0912345678, 0987654321 | NO_COORDINATES",
                "NaN, NaN | NO_COORDINATES",
                "Infinity 107.18 | NO_COORDINATES",
                "516.75012, 107.18034 | NO_COORDINATES",
                "16.75, 107.18, 16.80, 107.20 | AMBIGUOUS",
                "từ 16.75, 107.18 tới 16.80, 107.20 | AMBIGUOUS",
                "16, 107 | TOO_COARSE",
                "16°N 107°E | TOO_COARSE",
                "https://maps.app.goo.gl/AbCdEf123 | SHORT_LINK",
                "maps.app.goo.gl/AbCdEf123 | SHORT_LINK",
                "https://zalo.me/abc | SHORT_LINK",
                "https://goo.gl/maps/abc | SHORT_LINK",
                "https://www.google.com/maps/place/Hue | LINK_WITHOUT_PLACE",
                "https://example.vn/%zz | LINK_WITHOUT_PLACE",
                "Q5XH+2V Đông Hà | SHORT_PLUS_CODE",
                "X=1852697.537 Y=574436.567 | METRES_WITHOUT_SYSTEM",
                "EPSG:4326 574436.567 1852697.537 | METRES_WITHOUT_SYSTEM"
            })
    void whatIsNoPlaceSaysWhy(String text, Why why) {
        assertThat(PlaceReader.read(text)).isEqualTo(new NotFound(why));
        assertThat(why.vi()).isNotBlank();
        assertThat(why.en()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0, 0.0 | 0 | 0",
                "48.85, 2.35 | 48.85 | 2.35",
                "16.75, -107.18 | 16.75 | -107.18",
                "-16.75 107.18 | -16.75 | 107.18",
                "geo:37.786,-122.399 | 37.786 | -122.399",
                "16.75 S 107.18 E | -16.75 | 107.18"
            })
    void aPlaceFarFromVietnamIsSaidToBeOne(String text, double lat, double lon) {
        assertThat(PlaceReader.read(text)).isEqualTo(new Outside(new LonLat(lon, lat)));
    }

    @Test
    void whatWasUnderstoodIsTold() {
        assertThat(found("107.18, 16.75").words(true))
                .isEqualTo("vĩ độ 16.75000, kinh độ 107.18000 (độ thập phân; đã đổi lại thứ tự)");
        assertThat(found("kinh độ 107.18, vĩ độ 16.75").swapped()).isFalse();
        assertThat(found("https://www.google.com/maps/@16.75,107.18,15z").form())
                .isEqualTo(Form.LINK_VIEW);
        assertThat(found("VN-2000 1852697.5 574436.5").form()).isEqualTo(Form.METRES_ASSUMED);
        assertThat(found("16°45'N 107°11'E").accuracyM()).hasValueCloseTo(1_850.0, Offset.offset(1.0));
        assertThat(found("16.75, 107.18").accuracyM()).hasValueCloseTo(1_110.0, Offset.offset(1.0));
        assertThat(found("16.75012, 107.18034").accuracyM()).isEmpty();
        assertThat(found("geo:16.75012,107.18034;u=35").accuracyM()).hasValue(35);
        assertThat(found("7P8FQ52J+2V").form()).isEqualTo(Form.PLUS_CODE);
    }

    @Test
    void everyPlaceInVietnamSurvivesEveryForm() {
        Random random = new Random(2020_10_18);
        for (int i = 0; i < 500; i++) {
            double lat = Math.rint((8.1 + random.nextDouble() * 15.8) * 1e5) / 1e5;
            double lon = Math.rint((102.1 + random.nextDouble() * 14.8) * 1e5) / 1e5;
            String y = String.format(Locale.ROOT, "%.5f", lat);
            String x = String.format(Locale.ROOT, "%.5f", lon);
            for (String text : List.of(
                    y + ", " + x,
                    x + " " + y,
                    y.replace('.', ',') + " " + x.replace('.', ','),
                    y.replace('.', ',') + ", " + x.replace('.', ','),
                    y + "N" + x + "E",
                    "nhà tôi ở " + y + "," + x + ".",
                    "https://www.google.com/maps/place/A/@1,2,3z/data=!3d" + y + "!4d" + x,
                    "geo:" + y + "," + x,
                    sexagesimal(lat) + "B " + sexagesimal(lon) + "Đ",
                    "Đ" + sexagesimal(lon) + ", B" + sexagesimal(lat),
                    plusCode(lat, lon))) {
                assertThat(PlaceReader.read(text)).as(text).isInstanceOfSatisfying(Found.class, found -> {
                    assertThat(found.at().lat()).as(text).isEqualTo(lat, Offset.offset(7e-5));
                    assertThat(found.at().lon()).as(text).isEqualTo(lon, Offset.offset(7e-5));
                });
            }
        }
    }

    @Test
    void noTextFailsAndWhatIsFoundLiesInVietnam() {
        Random random = new Random(44);
        String alphabet =
                "0123456789016.75107.18,;°'\"NESWBĐ -+/()?&=@!3d4dqgeo:https://vn2000xyépsgλφ\u0000\uD800\u202E";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int k = 0; k < length; k++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (PlaceReader.read(text.toString()) instanceof Found found) {
                assertThat(found.at().inVietnam()).as(text.toString()).isTrue();
            }
        }
        assertThat(PlaceReader.read("1".repeat(5_000))).isEqualTo(new NotFound(Why.TOO_LONG));
        assertThat(PlaceReader.read("16.75,".repeat(600))).isInstanceOf(PlaceReading.class);
        assertThat(PlaceReader.read("1 ".repeat(1_900))).isInstanceOf(PlaceReading.class);
    }

    private static Found found(String text) {
        PlaceReading read = PlaceReader.read(text);
        assertThat(read).as(text).isInstanceOf(Found.class);
        return (Found) read;
    }

    private static String sexagesimal(double degrees) {
        long tenths = Math.round(degrees * 36_000);
        return String.format(
                Locale.ROOT, "%d°%02d'%04.1f\"", tenths / 36_000, tenths % 36_000 / 600, tenths % 600 / 10.0);
    }

    private static String plusCode(double lat, double lon) {
        String digits = "23456789CFGHJMPQRVWX";
        long y = (long) Math.floor((lat + 90) * 8_000);
        long x = (long) Math.floor((lon + 180) * 8_000);
        StringBuilder code = new StringBuilder();
        long unit = 8_000L * 20;
        for (int pair = 0; pair < 5; pair++) {
            code.append(digits.charAt((int) (y / unit % 20))).append(digits.charAt((int) (x / unit % 20)));
            unit /= 20;
            if (pair == 3) {
                code.append('+');
            }
        }
        return code.toString();
    }
}
