package vn.reliefmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;

/** FEATURE UNDER TEST: workbooks as officials keep them are read like lists typed as CSV, and bad ones are named. */
class ExcelRowSourceTest {
    @TempDir
    Path folder = Path.of("target");

    /** As it comes from a commune's office: letterhead, title, header in two rows, a row of numbers, then homes. */
    @Test
    void theHeaderIsFoundBelowTheLetterhead() throws IOException {
        Path file = new TestXlsx()
                .sheet(
                        "Hộ ngập",
                        "ỦY BAN NHÂN DÂN XÃ HẢI LĂNG||||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "||||Độc lập - Tự do - Hạnh phúc",
                        "DANH SÁCH HỘ BỊ NGẬP NGÀY 18/10/2020",
                        "",
                        "STT|Họ và tên|Số khẩu|SĐT|Vị trí||Ghi chú",
                        "||||Kinh độ|Vĩ độ",
                        "(1)|(2)|(3)|(4)|(5)|(6)|(7)",
                        "#1|Nguyễn Thị Lan|#4|#912345678|#107.125|#16.75|",
                        "#2|Trần Văn Bé|#6|0912 345 679|#107.2|#16.7512345|@44122")
                .write(folder.resolve("a.xlsx"));
        try (RowSource rows = new ListFiles().open(file)) {
            assertThat(rows.columns())
                    .containsExactly("stt", "họ và tên", "số khẩu", "sđt", "kinh độ", "ghi chú", "vĩ độ");
            List<TableRow> all = all(rows);
            assertThat(all).extracting(TableRow::number).containsExactly(8L, 9L);
            assertThat(all.get(0).text("họ và tên")).isEqualTo("Nguyễn Thị Lan");
            assertThat(all.get(0).text("sđt")).isEqualTo("912345678");
            assertThat(all.get(0).text("kinh độ")).isEqualTo("107.1250");
            assertThat(all.get(1).text("vĩ độ")).isEqualTo("16.7512345");
            assertThat(all.get(1).text("ghi chú")).isEqualTo("2020-10-18");
            assertThat(rows.cell(8, "số khẩu")).isEqualTo("Hộ ngập!C8");
            assertThat(rows.remarks()).isEmpty();
        }
    }

    @Test
    void theFirstVisibleListIsReadAndTheOthersAreNamed() throws IOException {
        Path file = new TestXlsx()
                .hiddenSheet("Cũ", "Họ và tên|Số khẩu", "A|#1")
                .sheet("Bìa", "Danh sách xã")
                .sheet("Thôn 1", "Họ và tên|Số khẩu||", "Lan|#2||thừa", "!Bé|#3")
                .sheet("Thôn 2", "Ho va ten|So khau", "Hoa|#5")
                .part("xl/vbaProject.bin", "x")
                .part("xl/externalLinks/externalLink1.xml", "<x/>")
                .write(folder.resolve("b.xlsm"));
        try (RowSource rows = new ListFiles().open(file)) {
            assertThat(all(rows)).extracting(row -> row.text("họ và tên")).containsExactly("Lan", "Bé");
            assertThat(rows.remarks())
                    .extracting(ImportIssue::code)
                    .containsExactly(
                            "OTHER_SHEETS", "MACROS_PASSED_OVER", "LINKS_PASSED_OVER", "HIDDEN_ROWS", "COLUMN_UNNAMED");
            assertThat(rows.remarks().get(0).reasonVi()).contains("“Thôn 1”", "Cũ (ẩn", "Bìa", "Thôn 2");
        }
        try (RowSource rows = new ListFiles().open(file, "thon 2")) {
            assertThat(all(rows)).extracting(row -> row.text("ho va ten")).containsExactly("Hoa");
        }
        fails("EXCEL_SHEET_UNKNOWN", () -> new ListFiles().open(file, "Thôn 3"));
    }

    @Test
    void formulasComeAsTheirSavedValueAndFailedOnesAreTold() throws IOException {
        Path file = new TestXlsx().rawSheet("S", """
                        <row r="1"><c r="A1" t="inlineStr"><is><t>ref</t></is></c><c r="B1" t="inlineStr"><is><t>people</t>
                        </is></c></row>
                        <row r="2"><c r="A2" t="str"><f>"H"&amp;1</f><v>H1</v></c><c r="B2"><f>2+2</f><v>4</v></c></row>
                        <row r="3"><c r="A3" t="inlineStr"><is><r><t>H</t></r><r><t>2</t></r><rPh><t>x</t></rPh></is></c>
                          <c r="B3" t="e"><f>A9</f><v>#REF!</v></c></row>
                        <row r="4"><c r="A4" t="inlineStr"><is><t>H_x0033_</t></is></c><c r="B4"><f>1</f></c></row>
                        <row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5"><v>1.2E3</v></c></row>""").write(folder.resolve("f.xlsx"));
        try (RowSource rows = new ListFiles().open(file)) {
            List<TableRow> all = all(rows);
            assertThat(all).extracting(row -> row.text("ref")).containsExactly("H1", "H2", "H3", "TRUE");
            assertThat(all).extracting(row -> row.text("people")).containsExactly("4", "#REF!", "#CALC!", "1200");
            assertThat(all.get(1).formulaError()).contains("people");
            assertThat(all.get(0).formulaError()).isEmpty();
        }
    }

    /** Known answers, from tables of both encodings. */
    @Test
    void legacyTextIsBroughtToUnicodeAndSaid() throws IOException {
        Path tcvn3 = new TestXlsx()
                .sheet(
                        "Sheet1",
                        "Hä vµ tªn|Sè khÈu|§Þa chØ",
                        "NguyÔn V¨n §Þnh|#4|Th«n Th­îng X¸, x· H¶i Th­îng",
                        "TrÇn ThÞ Thñy|#2|LÖ Thuû")
                .write(folder.resolve("tcvn3.xlsx"));
        Path vni = new TestXlsx()
                .sheet(
                        "Sheet1",
                        "Hoï vaø teân|Soá khaåu|Ñòa chæ",
                        "Nguyeãn Vaên Ñònh|#4|Thoân Thöôïng Xaù, xaõ Haûi Thöôïng",
                        "Traàn Thò Thuûy|#2|Leä Thuûy")
                .write(folder.resolve("vni.xlsx"));
        for (Path file : List.of(tcvn3, vni)) {
            try (RowSource rows = new ListFiles().open(file)) {
                List<TableRow> all = all(rows);
                assertThat(all.get(0).text("họ và tên")).isEqualTo("Nguyễn Văn Định");
                assertThat(all.get(0).text("địa chỉ")).isEqualTo("Thôn Thượng Xá, xã Hải Thượng");
                assertThat(all.get(1).text("họ và tên")).isEqualTo("Trần Thị Thủy");
                assertThat(all.get(1).text("địa chỉ")).startsWith("Lệ Th");
                assertThat(rows.remarks()).extracting(ImportIssue::code).containsExactly("LEGACY_TEXT");
            }
        }
        Path unicode = new TestXlsx()
                .sheet("Sheet1", "Họ và tên|Số khẩu|Địa chỉ", "Ngô Quý Hào|#4|thôn Hoà Lý", "Lê Văn Đủ|#2|xã Hải Lăng")
                .write(folder.resolve("unicode.xlsx"));
        try (RowSource rows = new ListFiles().open(unicode)) {
            assertThat(all(rows).get(0).text("họ và tên")).isEqualTo("Ngô Quý Hào");
            assertThat(rows.remarks()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"list.xlsx", "list.csv", "list.xls"})
    void theContentDecidesNotTheName(String name) throws IOException {
        Path workbook = new TestXlsx().sheet("S", "ref|people", "H1|#4").write(folder.resolve(name));
        try (RowSource rows = new ListFiles().open(workbook)) {
            assertThat(all(rows)).hasSize(1);
        }
        Files.writeString(workbook, "ref,people\nH1,4\n");
        try (RowSource rows = new ListFiles().open(workbook)) {
            assertThat(all(rows)).hasSize(1);
        }
    }

    @Test
    void amillionEmptyRowsAndAllColumnsAreReadInLittleMemory() throws IOException {
        StringBuilder xml = new StringBuilder("<row r=\"1\">");
        xml.append("<c t=\"inlineStr\"><is><t>ref</t></is></c><c t=\"inlineStr\"><is><t>people</t></is></c></row>");
        xml.append("<row r=\"2\"><c><v>7</v></c><c><v>4</v></c>");
        for (int c = 2; c < 16_384; c++) {
            xml.append("<c><v>1</v></c>");
        }
        xml.append("</row>");
        for (int r = 3; r <= 1_048_575; r++) {
            xml.append("<row r=\"").append(r).append("\"><c/></row>");
        }
        Path file = new TestXlsx().rawSheet("S", xml.toString()).write(folder.resolve("empty.xlsx"));
        try (RowSource rows = new ListFiles().open(file)) {
            List<TableRow> all = all(rows);
            assertThat(all).hasSize(1);
            assertThat(all.get(0).cells()).hasSize(2);
        }
        StringBuilder header = new StringBuilder("<row r=\"1\">");
        header.append("<c t=\"inlineStr\"><is><t>ref</t></is></c><c t=\"inlineStr\"><is><t>people</t></is></c>");
        for (int c = 2; c < 16_384; c++) {
            header.append("<c t=\"inlineStr\"><is><t>c").append(c).append("</t></is></c>");
        }
        Path wide =
                new TestXlsx().rawSheet("S", header.append("</row>").toString()).write(folder.resolve("wide.xlsx"));
        fails("EXCEL_TOO_MANY_COLUMNS", () -> new ListFiles().open(wide));
    }

    @Test
    void badWorkbooksAreNamed() throws IOException {
        Path bomb = new TestXlsx()
                .rawSheet("S", "<row r=\"1\">" + " ".repeat(60 << 20) + "</row>")
                .write(folder.resolve("bomb.xlsx"));
        fails("EXCEL_TOO_LARGE", () -> all(new ListFiles().open(bomb)));
        Path entities = new TestXlsx()
                .sheet("S", "ref|people", "H1|#4")
                .part("xl/sharedStrings.xml", """
                        <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
                        <sst><si><t>&b;&c;</t></si></sst>""")
                .write(folder.resolve("entities.xlsx"));
        fails("EXCEL_BROKEN", () -> all(new ListFiles().open(entities)));
        Path whole = new TestXlsx().sheet("S", "ref|people", "H1|#4").write(folder.resolve("whole.xlsx"));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.xlsx");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        fails("EXCEL_BROKEN", () -> all(new ListFiles().open(cut)));
        Path none = new TestXlsx().sheet("S", "chỉ có chữ", "và chữ").write(folder.resolve("none.xlsx"));
        fails("EXCEL_HEADER_MISSING", () -> new ListFiles().open(none));
        Path twice = new TestXlsx().sheet("S", "ref|people|People", "H1|#4|#5").write(folder.resolve("twice.xlsx"));
        fails("EXCEL_HEADER_DUPLICATE", () -> new ListFiles().open(twice));
        Path zip = new TestXlsx().write(folder.resolve("empty.xlsx"));
        fails("EXCEL_HEADER_MISSING", () -> new ListFiles().open(zip));
    }

    /** Whatever byte is wrong, the answer is a problem in words or rows, never an error of the program. */
    @Test
    void damagedBytesNeverEscapeAsAnotherError() throws IOException {
        byte[] whole = Files.readAllBytes(new TestXlsx()
                .sheet("S", "ref|people|ghi chú", "H1|#4|@44000", "H2|=#5|#REF!")
                .write(folder.resolve("w.xlsx")));
        Random random = new Random(6);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k <= i % 4; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("d.xlsx"), damaged);
            try (RowSource rows = new ListFiles().open(file)) {
                all(rows);
            } catch (ProblemException e) {
                assertThat(e.problem().code()).matches("(EXCEL|CSV)_.*");
            }
        }
    }

    private static List<TableRow> all(RowSource rows) {
        List<TableRow> all = new ArrayList<>();
        for (TableRow row = rows.next(); row != null; row = rows.next()) {
            all.add(row);
        }
        return all;
    }

    private static void fails(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().code()).isEqualTo(code);
            assertThat(e.problem().vi()).isNotEmpty();
        });
    }
}
