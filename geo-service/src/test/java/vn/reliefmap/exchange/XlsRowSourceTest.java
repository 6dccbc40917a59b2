package vn.reliefmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;

/** FEATURE UNDER TEST: the same lists in the format of Excel 97–2003, written by Apache POI. */
class XlsRowSourceTest {
    @TempDir
    Path folder = Path.of("target");

    @Test
    void anOldWorkbookIsReadLikeANewOne() throws IOException {
        Path file = write(book(), "list.xls");
        try (RowSource rows = new ListFiles().open(file)) {
            List<TableRow> all = new ArrayList<>();
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            assertThat(rows.columns()).containsExactly("stt", "họ và tên", "số khẩu", "sđt", "ngày xác nhận");
            assertThat(all).extracting(TableRow::number).containsExactly(3L, 4L, 6L);
            assertThat(all).extracting(row -> row.text("họ và tên")).containsExactly("Nguyễn Thị Lan", "LAN HAI", "Bé");
            assertThat(all).extracting(row -> row.text("số khẩu")).containsExactly("4", "6", "#REF!");
            assertThat(all.get(0).text("sđt")).isEqualTo("912345678");
            assertThat(all.get(0).text("ngày xác nhận")).isEqualTo("2020-10-18 14:30:00");
            assertThat(rows.cell(6, "số khẩu")).isEqualTo("Thôn 1!C6");
            assertThat(rows.remarks()).extracting(ImportIssue::code).containsExactly("OTHER_SHEETS", "HIDDEN_ROWS");
        }
    }

    @Test
    void aPasswordADamagedAndACutFileAreNamed() throws IOException {
        Path locked = folder.resolve("locked.xls");
        try (HSSFWorkbook book = book();
                OutputStream out = Files.newOutputStream(locked)) {
            Biff8EncryptionKey.setCurrentUserPassword("bí mật");
            book.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(code(locked)).isEqualTo("EXCEL_PASSWORD");
        Path lockedNew = folder.resolve("locked.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(lockedNew)) {
            container.createDocument(Files.newInputStream(locked), "EncryptedPackage");
            container.writeFilesystem(out);
        }
        assertThat(code(lockedNew)).isEqualTo("EXCEL_PASSWORD");
        byte[] whole = Files.readAllBytes(write(book(), "w.xls"));
        Path cut = Files.write(folder.resolve("cut.xls"), Arrays.copyOf(whole, 1000));
        assertThat(code(cut)).isEqualTo("EXCEL_BROKEN");
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            damaged[512 + random.nextInt(damaged.length - 512)] = (byte) random.nextInt();
            assertThat(code(Files.write(folder.resolve("d.xls"), damaged))).matches("|EXCEL_.*");
        }
    }

    /** The code of the problem; empty when all rows can be read. */
    private static String code(Path file) {
        try (RowSource rows = new ListFiles().open(file)) {
            TableRow row = rows.next();
            while (row != null) {
                row = rows.next();
            }
            return "";
        } catch (ProblemException e) {
            return e.problem().code();
        }
    }

    private static HSSFWorkbook book() {
        HSSFWorkbook book = new HSSFWorkbook();
        book.createSheet("Bìa").createRow(0).createCell(0).setCellValue("Danh sách");
        HSSFSheet sheet = book.createSheet("Thôn 1");
        sheet.createRow(0).createCell(0).setCellValue("DANH SÁCH HỘ");
        row(sheet, 1, "STT", "Họ và tên", "Số khẩu", "SĐT", "Ngày xác nhận");
        HSSFRow first = row(sheet, 2, "", "Nguyễn Thị Lan");
        first.createCell(2).setCellValue(4);
        first.createCell(3).setCellValue(912345678);
        HSSFCellStyle days = book.createCellStyle();
        days.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy hh:mm"));
        first.createCell(4).setCellValue(44122.604166666664);
        first.getCell(4).setCellStyle(days);
        HSSFRow second = sheet.createRow(3);
        second.createCell(1).setCellFormula("UPPER(\"Lan hai\")");
        second.createCell(2).setCellFormula("2*3");
        HSSFRow third = row(sheet, 5, "", "Bé");
        third.createCell(2).setCellFormula("#REF!+1");
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        third.setZeroHeight(true);
        return book;
    }

    private static HSSFRow row(HSSFSheet sheet, int number, String... texts) {
        HSSFRow row = sheet.createRow(number);
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                row.createCell(i).setCellValue(texts[i]);
            }
        }
        return row;
    }

    private Path write(HSSFWorkbook book, String name) throws IOException {
        Path file = folder.resolve(name);
        try (book;
                OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
        return file;
    }
}
