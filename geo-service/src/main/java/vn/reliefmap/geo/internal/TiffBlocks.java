package vn.reliefmap.geo.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Looks whether all strips or tiles of a TIFF's first picture are in the file. The reader takes a missing one for zeros,
 * and zero would mean dry.
 */
final class TiffBlocks {
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_LENGTHS = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_LENGTHS = 325;

    private final FileChannel file;
    private final ByteOrder order;
    private final boolean big;

    private TiffBlocks(FileChannel file) throws IOException {
        this.file = file;
        this.order =
                at(0, 2, ByteOrder.BIG_ENDIAN).getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        this.big = at(2, 2, order).getShort() == 43;
    }

    /** Throws FILE_TRUNCATED or GRID_BLOCKS_MISSING. */
    static void check(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            new TiffBlocks(file).check(GridFile.name(path));
        }
    }

    private void check(String name) throws IOException {
        long directory = big ? at(8, 8, order).getLong() : number(at(4, 4, order), 4);
        long entries = big ? at(directory, 8, order).getLong() : number(at(directory, 2, order), 2);
        long[] offsets = {};
        long[] lengths = {};
        for (long i = 0; i < entries; i++) {
            long place = directory + (big ? 8 + 20 * i : 2 + 12 * i);
            switch ((int) number(at(place, 2, order), 2)) {
                case STRIP_OFFSETS, TILE_OFFSETS -> offsets = values(place);
                case STRIP_LENGTHS, TILE_LENGTHS -> lengths = values(place);
                default -> {}
            }
        }
        if (offsets.length == 0 || offsets.length != lengths.length) {
            throw GridFile.blocksMissing();
        }
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] == 0 || lengths[i] == 0) {
                throw GridFile.blocksMissing();
            }
            if (offsets[i] + lengths[i] > file.size()) {
                throw GridFile.truncated(name);
            }
        }
    }

    /** The numbers of one entry of the directory: inside it when they fit, else where it points. */
    private long[] values(long entry) throws IOException {
        int bytes =
                switch ((int) number(at(entry + 2, 2, order), 2)) {
                    case 3 -> 2;
                    case 4 -> 4;
                    default -> 8;
                };
        long count = big ? at(entry + 4, 8, order).getLong() : number(at(entry + 4, 4, order), 4);
        if (count < 0 || count > file.size() / bytes) {
            throw new EOFException("TIFF entry of " + count + " numbers");
        }
        long inside = entry + (big ? 12 : 8);
        int room = big ? 8 : 4;
        long start = count * bytes <= room ? inside : number(at(inside, room, order), room);
        ByteBuffer read = at(start, (int) count * bytes, order);
        long[] values = new long[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(read, bytes);
        }
        return values;
    }

    private static long number(ByteBuffer from, int bytes) {
        return switch (bytes) {
            case 2 -> Short.toUnsignedLong(from.getShort());
            case 4 -> Integer.toUnsignedLong(from.getInt());
            default -> from.getLong();
        };
    }

    private ByteBuffer at(long position, int bytes, ByteOrder byteOrder) throws IOException {
        if (position < 0 || position > file.size() - bytes) {
            throw new EOFException("TIFF directory");
        }
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(byteOrder);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("TIFF directory");
            }
        }
        return buffer.flip();
    }
}
