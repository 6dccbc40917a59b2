package vn.reliefmap.photo;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Problem;

/**
 * The front door to photos. Whoever keeps one here says what it belongs to, and asks first who may add and see it. What was sent is
 * thrown away: it is decoded, scaled down and written anew, so that no place, no device and nothing hidden comes along.
 * Thread-safe.
 */
public interface Photos {
    /** Larger ones are refused unread. */
    int MOST_BYTES = 10 * 1024 * 1024;

    int LONGEST_SIDE_PX = 1600;
    /** What photos belong to, and how many of them. */
    enum Of {
        DELIVERY(10),
        /** Anybody who sends a report may add some, so there are few. */
        REPORT(3);

        private final int most;

        Of(int most) {
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    /**
     * Keeps a photo. The same one again gives the same answer.
     *
     * <p>Problems: {@code PHOTO_FORM} (400) for anything but JPEG and PNG, {@code PHOTO_HEIC} (400), {@code PHOTO_BROKEN} (400),
     * {@code PHOTO_PIXELS} (400) when it is too large to decode, {@code PHOTO_TOO_LARGE} (413), {@code PHOTO_MANY} (409), {@code
     * PHOTOS_BUSY} (503), {@code REQUEST_ID_TAKEN} (409).
     *
     * @param account null for somebody who is not signed in
     * @param thing what it belongs to
     * @param id made by the sender
     */
    Photo add(@Nullable UUID account, Of kind, UUID thing, UUID id, byte[] sent);

    /** The oldest first. */
    List<Photo> list(Of kind, UUID thing);

    /** The JPEG; a {@code PHOTO_NOT_FOUND} problem (404) when the thing has no such photo. */
    byte[] jpeg(Of kind, UUID thing, UUID id);

    /** Throws all photos of the thing away, for good. */
    void erase(Of kind, UUID thing);

    static Problem tooLarge() {
        return new Problem(
                "PHOTO_TOO_LARGE",
                413,
                "Ảnh quá lớn; tối đa 10 MB.",
                "The photo is too large; at most 10 MB.",
                "photo",
                "≤ 10 MB");
    }
}
