package vn.reliefmap.exchange.internal;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.reliefmap.kernel.ProblemException;

/**
 * The parts of an .xlsx file, each read as a stream of XML. What a part unpacks to is bounded, by its size and by how much
 * smaller it was packed; no document type, no entity and nothing outside the file is ever read.
 */
final class XlsxParts implements AutoCloseable {
    /** A sheet of a million rows with a dozen cells has about 600 MB. */
    private static final long MAX_PART_BYTES = 1L << 30;

    private static final int MAX_RATIO = 250;
    private static final long SMALL_BYTES = 4L << 20;
    private static final int MAX_ENTRIES = 5_000;
    private static final XMLInputFactory XML = factory();

    private final String file;
    private final ZipFile zip;

    XlsxParts(String file, Path path) {
        this.file = file;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw ExcelProblems.broken(file);
        } catch (IOException e) {
            throw ExcelProblems.missing(file);
        }
        if (zip.size() > MAX_ENTRIES) {
            close();
            throw ExcelProblems.tooLarge(file);
        }
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** True when a part's name begins so. */
    boolean hasUnder(String folder) {
        return zip.stream().anyMatch(entry -> entry.getName().startsWith(folder));
    }

    /** A reader at the start of a part, which is closed with {@link Reading#close}. */
    Reading read(String part) {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw ExcelProblems.broken(file);
        }
        try {
            InputStream bytes = new BufferedInputStream(new Bounded(zip.getInputStream(entry), entry, file), 1 << 16);
            return new Reading(XML.createXMLStreamReader(bytes), bytes);
        } catch (IOException | XMLStreamException e) {
            throw broken();
        }
    }

    /** The problem to throw when reading failed. */
    ProblemException broken() {
        return ExcelProblems.broken(file);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw ExcelProblems.broken(file);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /** An XML reader with the bytes below it. */
    record Reading(XMLStreamReader xml, InputStream bytes) implements AutoCloseable {
        @Override
        public void close() {
            try {
                xml.close();
                bytes.close();
            } catch (XMLStreamException | IOException e) {
                throw new IllegalStateException("a part of a workbook cannot be closed", e);
            }
        }
    }

    /** Stops where a part has unpacked to more than any list would. */
    private static final class Bounded extends FilterInputStream {
        private final String file;
        private final long most;
        private long read;

        Bounded(InputStream in, ZipEntry entry, String file) {
            super(in);
            this.file = file;
            long packed = Math.max(entry.getCompressedSize(), 1);
            this.most = Math.min(MAX_PART_BYTES, Math.max(SMALL_BYTES, packed * MAX_RATIO));
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > most) {
                throw ExcelProblems.tooLarge(file);
            }
        }
    }
}
