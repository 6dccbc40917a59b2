package vn.reliefmap.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.reliefmap.kernel.ProblemException;

/** FEATURE UNDER TEST: short messages about roads, with and without diacritics. */
class RoadReportTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ngập ngang ngực 16.75012, 107.18034 | CHEST_DEEP",
                "ngap toi nguc roi 16.75012, 107.18034 | CHEST_DEEP",
                "Nước ngang hông tại 16,75012; 107,18034 | WAIST_DEEP",
                "16.75012 107.18034 ngap that lung | WAIST_DEEP",
                "Ngập đến gối, xe máy chết máy. 16.75012, 107.18034 | KNEE_DEEP",
                "NGAP DAU GOI 107.18034, 16.75012 | KNEE_DEEP",
                "nước nông thôi 16.75012, 107.18034 | SHALLOW",
                "ngap mat ca chan 16.75012, 107.18034 | SHALLOW",
                "Cầu bị sập rồi https://maps.google.com/?q=16.75012,107.18034 | BRIDGE_GONE",
                "gay cau 16.75012, 107.18034 | BRIDGE_GONE",
                "Đường đã thông xe 16.75012, 107.18034 | OPEN",
                "het ngap 16.75012, 107.18034 | OPEN",
                "road is open 16.75012, 107.18034 | OPEN",
                "không qua được 16.75012, 107.18034 | CLOSED",
                "chua thong xe 16.75012, 107.18034 | CLOSED",
                "sạt lở, tắc đường 16°45'00.4\"N 107°10'49.2\"E | CLOSED",
                "knee deep near Đông Hà 16.75012, 107.18034 | KNEE_DEEP"
            })
    void aStateAndAPlaceAreRead(String text, RoadState state) {
        RoadReportText read = RoadReportText.read(text);
        assertThat(read.state()).isEqualTo(state);
        assertThat(read.place().lon()).isBetween(107.18, 107.181);
        assertThat(read.place().lat()).isBetween(16.75, 16.751);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ngập ngang ngực | REPORT_TEXT_PLACE",
                "ngập ngang ngực 516.75012, 107.18034 | REPORT_TEXT_PLACE",
                "ngập ngang ngực 48.85012, 2.18034 | REPORT_TEXT_PLACE",
                "16.75012, 107.18034 | REPORT_TEXT_STATE",
                "cần gạo ở Đông Hà 16.75012, 107.18034 | REPORT_TEXT_STATE",
                "gọi tôi 16.75012, 107.18034 | REPORT_TEXT_STATE",
                "chỗ này thông xe, chỗ kia ngang ngực 16.75012, 107.18034 | REPORT_TEXT_UNCLEAR",
                "không thấy thông xe 16.75012, 107.18034 | REPORT_TEXT_UNCLEAR",
                "chưa hết ngập 16.75012, 107.18034 | REPORT_TEXT_UNCLEAR",
                "thông xe 16.75012, 107.18034 và 16.76012, 107.18034 | REPORT_TEXT_UNCLEAR"
            })
    void whatIsMissingOrUnclearIsRefused(String text, String code) {
        assertThatThrownBy(() -> RoadReportText.read(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    @Test
    void aLongTextIsRefusedUnread() {
        assertThatThrownBy(() -> RoadReportText.read("ngập ".repeat(2000)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("REPORT_TEXT_LONG"));
    }
}
