package vn.reliefmap.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens workbooks; the content tells which of the two formats it is. */
public final class Workbooks {
    /** A list of half a million households has about 30 MB. */
    private static final long MAX_FILE_BYTES = 128L << 20;

    private Workbooks() {}

    /** True when the bytes begin as a zip file ("PK") or as the container of old office documents. */
    public static boolean looksLikeOne(Path file) {
        int start = start(file);
        return start == 0x504B0304 || start == 0x504B0506 || start == 0xD0CF11E0;
    }

    /** Opens the file and reads which sheets it has; an {@code EXCEL_…} problem when it is no good. */
    public static Workbook open(String name, Path file) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw ExcelProblems.tooLarge(name);
            }
        } catch (IOException e) {
            throw ExcelProblems.missing(name);
        }
        return start(file) == 0xD0CF11E0 ? new XlsWorkbook(name, file) : new XlsxWorkbook(name, file);
    }

    /** The first four bytes; 0 when there are fewer, or when the file cannot be read. */
    private static int start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length < 4
                    ? 0
                    : (head[0] & 0xFF) << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | (head[3] & 0xFF);
        } catch (IOException e) {
            return 0;
        }
    }
}
