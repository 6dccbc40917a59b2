package vn.reliefmap.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.ProblemException;

/**
 * A workbook of Excel 97–2003, read record by record. Apache POI knows the records; whatever it throws at a damaged file
 * becomes a problem here.
 */
final class XlsWorkbook implements Workbook {
    private static final List<String> STREAMS = List.of("Workbook", "WORKBOOK", "BOOK", "WorkBook");

    private final String file;
    private final POIFSFileSystem container;
    private final String stream;
    private final List<Sheet> sheets = new ArrayList<>();
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(record -> {});
    private @Nullable SSTRecord shared;
    private boolean from1904;
    private boolean links;

    XlsWorkbook(String file, Path path) {
        this.file = file;
        try {
            container = new POIFSFileSystem(path.toFile(), true);
        } catch (IOException | RuntimeException e) {
            throw ExcelProblems.broken(file);
        }
        try {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw ExcelProblems.password(file);
            }
            stream = STREAMS.stream()
                    .filter(root::hasEntry)
                    .findFirst()
                    .orElseThrow(() -> ExcelProblems.otherForm(file));
            readGlobals();
        } catch (ProblemException e) {
            close();
            throw e;
        } catch (RuntimeException e) {
            close(); // the library's own words for a container that points outside of itself
            throw ExcelProblems.broken(file);
        }
    }

    @Override
    public List<Sheet> sheets() {
        return sheets;
    }

    @Override
    public Rows rows(Sheet sheet) {
        return new XlsRows(this, Integer.parseInt(sheet.part()));
    }

    @Override
    public List<Oddity> oddities() {
        List<Oddity> odd = new ArrayList<>();
        if (container.getRoot().hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
            odd.add(Oddity.MACROS);
        }
        if (links) {
            odd.add(Oddity.LINKS);
        }
        return odd;
    }

    @Override
    public void close() {
        try {
            container.close();
        } catch (IOException e) {
            throw ExcelProblems.broken(file);
        }
    }

    boolean from1904() {
        return from1904;
    }

    String shared(int index) {
        return shared == null || index < 0 || index >= shared.getNumUniqueStrings()
                ? ""
                : shared.getString(index).getString();
    }

    boolean isDate(CellValueRecordInterface cell) {
        int format = formats.getFormatIndex(cell);
        String text = format < 0 ? "" : formats.getFormatString(format);
        return CellNumber.isDate(format, text == null ? "" : text);
    }

    /** The records from the file's start. */
    Records records() {
        return guarded(() -> new Records(container.createDocumentInputStream(stream)));
    }

    private void readGlobals() {
        List<BoundSheetRecord> bound = new ArrayList<>();
        try (Records records = records()) {
            for (Record record = records.next(); record != null; record = records.next()) {
                formats.processRecordInternally(record);
                if (record instanceof BoundSheetRecord sheet) {
                    bound.add(sheet);
                } else if (record instanceof SSTRecord strings) {
                    shared = strings;
                } else if (record instanceof DateWindow1904Record window) {
                    from1904 = window.getWindowing() == 1;
                } else if (record instanceof SupBookRecord book) {
                    links |= book.isExternalReferences();
                } else if (record instanceof EOFRecord) {
                    break;
                }
            }
        }
        BoundSheetRecord[] inFile = BoundSheetRecord.orderByBofPosition(bound);
        for (BoundSheetRecord sheet : bound) {
            sheets.add(new Sheet(
                    sheet.getSheetname(),
                    String.valueOf(List.of(inFile).indexOf(sheet)),
                    sheet.isHidden() || sheet.isVeryHidden()));
        }
    }

    /** What the library cannot make sense of is a broken file, whatever it throws. */
    <T> T guarded(Reading<T> reading) {
        try {
            return reading.read();
        } catch (EncryptedDocumentException e) {
            throw ExcelProblems.password(file);
        } catch (OldExcelFormatException e) {
            throw ExcelProblems.otherForm(file);
        } catch (IOException | RuntimeException e) {
            throw ExcelProblems.broken(file);
        }
    }

    interface Reading<T> {
        T read() throws IOException;
    }

    /** Records one at a time. */
    final class Records implements AutoCloseable {
        private final InputStream bytes;
        private final RecordFactoryInputStream in;
        private int depth;
        private int streams;

        Records(InputStream bytes) {
            this.bytes = bytes;
            this.in = new RecordFactoryInputStream(bytes, false);
        }

        @Nullable
        Record next() {
            return guarded(() -> {
                Record record = in.nextRecord();
                if (record instanceof BOFRecord) {
                    streams += depth == 0 ? 1 : 0;
                    depth++;
                } else if (record instanceof EOFRecord) {
                    depth--;
                }
                return record;
            });
        }

        /** Number of the sheet that the last record belongs to, from 0; -1 in what comes before the first one. */
        int sheet() {
            return streams - 2;
        }

        /** True for records of the sheet itself, not of a chart inside it. */
        boolean ofSheetItself() {
            return depth == 1;
        }

        @Override
        public void close() {
            guarded(() -> {
                bytes.close();
                return true;
            });
        }
    }
}
