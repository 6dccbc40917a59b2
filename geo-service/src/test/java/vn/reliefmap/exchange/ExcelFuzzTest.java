package vn.reliefmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.RowSource;

/** LAW: a workbook of any content ends in rows or in one problem, never in another failure. */
class ExcelFuzzTest {
    private static final String TYPES = """
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
            </Types>""";
    private static final String ROOT = """
            <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>\
            </Relationships>""";
    private static final String BOOK = """
            <?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
            <sheet name="Hộ" sheetId="1" r:id="rId1"/></sheets></workbook>""";
    private static final String BOOK_RELATIONS = """
            <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>\
            <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
            </Relationships>""";

    /** What a sheet holds; the file around it is whole. A line of dashes parts sheet, shared texts and styles. */
    @FuzzTest(maxDuration = "5m")
    void sheet(byte[] bytes) throws IOException {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\\n----\\n", 3);
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(book)) {
            for (Map.Entry<String, String> part : Map.of(
                            "[Content_Types].xml", TYPES,
                            "_rels/.rels", ROOT,
                            "xl/workbook.xml", BOOK,
                            "xl/_rels/workbook.xml.rels", BOOK_RELATIONS,
                            "xl/worksheets/sheet1.xml", parts[0],
                            "xl/sharedStrings.xml", parts.length > 1 ? parts[1] : "<sst/>",
                            "xl/styles.xml", parts.length > 2 ? parts[2] : "<styleSheet/>")
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        requireRowsOrProblem(book.toByteArray(), ".xlsx");
    }

    /** Any bytes at all; the seeds are old and new workbooks. */
    @FuzzTest(maxDuration = "5m")
    void file(byte[] bytes) throws IOException {
        requireRowsOrProblem(bytes, ".xls");
    }

    private static void requireRowsOrProblem(byte[] bytes, String ending) throws IOException {
        Path file = Files.createTempFile("fuzz", ending);
        try {
            Files.write(file, bytes);
            try (RowSource list = ExcelRowSource.open(file, null)) {
                CsvFuzzTest.requireRows(list);
            }
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isBetween(400, 499);
        } finally {
            Files.delete(file);
        }
    }
}
