package vn.reliefmap.routing.internal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Tells from the outside whether a file is a whole road extract, before the graph engine sees it: that one takes a cut
 * file for the end of a good one.
 */
final class RoadFileForm {
    /** Limits of the PBF format: a blob header is at most 64 KiB, a blob 32 MiB. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    private static final int MAX_BLOB_BYTES = 32 * 1024 * 1024;

    private RoadFileForm() {}

    /** Throws a {@code ROADS_FILE_…} problem when the file is missing, empty, cut short or something else. */
    static void check(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw RoadFileProblems.missing(file);
        }
        try {
            byte[] head;
            try (InputStream in = Files.newInputStream(file)) {
                head = in.readNBytes(4096);
            }
            if (head.length == 0) {
                throw RoadFileProblems.empty(file);
            }
            if (head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
                checkGzip(file);
            } else if (looksLikePbf(head)) {
                checkPbf(file);
            } else if (!isOsmXml(head)) {
                throw RoadFileProblems.form(file);
            }
        } catch (IOException e) {
            throw RoadFileProblems.broken(file, e);
        }
    }

    private static void checkGzip(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            if (!isOsmXml(in.readNBytes(4096))) {
                throw RoadFileProblems.form(file);
            }
            in.skipNBytes(Long.MAX_VALUE);
        } catch (EOFException e) {
            // skipNBytes ends with EOF at the end of a whole file too; only a cut one says so by the stream's own
            // words.
            if (String.valueOf(e.getMessage()).contains("ZLIB")) {
                throw RoadFileProblems.truncated(file);
            }
        }
    }

    private static boolean isOsmXml(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return text.contains("<osm");
    }

    private static boolean looksLikePbf(byte[] head) {
        return new String(head, 0, Math.min(head.length, 32), StandardCharsets.ISO_8859_1).contains("OSMHeader");
    }

    /** Walks from blob to blob without unpacking them: header length, header, blob. */
    private static void checkPbf(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            while (true) {
                int first = in.read();
                if (first < 0) {
                    return;
                }
                int headerBytes = (first << 24)
                        | (in.readUnsignedByte() << 16)
                        | (in.readUnsignedByte() << 8)
                        | in.readUnsignedByte();
                if (headerBytes <= 0 || headerBytes > MAX_HEADER_BYTES) {
                    throw RoadFileProblems.broken(file, new IOException("blob header of " + headerBytes + " bytes"));
                }
                byte[] header = new byte[headerBytes];
                in.readFully(header);
                long blobBytes = dataSize(header);
                if (blobBytes < 0 || blobBytes > MAX_BLOB_BYTES) {
                    throw RoadFileProblems.broken(file, new IOException("blob of " + blobBytes + " bytes"));
                }
                in.skipNBytes(blobBytes);
            }
        } catch (EOFException e) {
            throw RoadFileProblems.truncated(file);
        }
    }

    /** Field 3 (datasize) of a BlobHeader; -1 when it is not there. */
    private static long dataSize(byte[] header) {
        int at = 0;
        while (at < header.length) {
            int tag = header[at++] & 0xff;
            long value = 0;
            int shift = 0;
            while (at < header.length && shift < 63) {
                int part = header[at++] & 0xff;
                value |= (long) (part & 0x7f) << shift;
                shift += 7;
                if (part < 0x80) {
                    break;
                }
            }
            int wireType = tag & 7;
            if (tag >> 3 == 3 && wireType == 0) {
                return value;
            }
            if (wireType == 2) {
                at += (int) Math.min(value, header.length);
            } else if (wireType != 0) {
                return -1;
            }
        }
        return -1;
    }
}
