package vn.reliefmap.photo.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.photo.Photo;
import vn.reliefmap.photo.Photos;
import vn.reliefmap.photo.internal.CleanJpeg.Picture;
import vn.reliefmap.store.OnceOnly;

/** Photos in the database, so that a backup has them too; equal pictures lie there once, by their SHA-256. */
@Component
class KeptPhotos implements Photos {
    private final JdbcClient jdbc;
    private final CleanJpeg clean;
    private final OnceOnly onceOnly;

    KeptPhotos(JdbcClient jdbc, CleanJpeg clean, OnceOnly onceOnly) {
        this.jdbc = jdbc;
        this.clean = clean;
        this.onceOnly = onceOnly;
    }

    private record Body(Of kind, UUID thing, String sha256) {}

    @Override
    public Photo add(@Nullable UUID account, Of kind, UUID thing, UUID id, byte[] sent) {
        if (sent.length > MOST_BYTES) {
            throw Photos.tooLarge().asException();
        }
        Optional<Picture> picture = decoded(kind, thing, id, sent);
        return onceOnly.answer(
                account == null ? "photo of " + word(kind) + " " + thing : account.toString(),
                id,
                new Body(kind, thing, HexFormat.of().formatHex(sha256(sent))),
                Photo.class,
                () -> kept(account, kind, thing, id, picture.orElseThrow(() -> OnceOnly.taken()
                        .asException())));
    }

    /**
     * Decoding is work, and no transaction waits for it. Empty when the thing has the photo already; refused before the work when
     * it is one too many.
     */
    private Optional<Picture> decoded(Of kind, UUID thing, UUID id, byte[] sent) {
        List<Photo> before = list(kind, thing);
        if (before.stream().anyMatch(photo -> photo.id().equals(id))) {
            return Optional.empty();
        }
        requireRoom(kind, before);
        return Optional.of(clean.of(sent));
    }

    private static void requireRoom(Of kind, List<Photo> there) {
        if (there.size() >= kind.most()) {
            throw new Problem(
                            "PHOTO_MANY",
                            409,
                            "Đã có " + kind.most() + " ảnh; không nhận thêm.",
                            "There are " + kind.most() + " photos already; no more are taken.",
                            null,
                            null)
                    .asException();
        }
    }

    private Photo kept(@Nullable UUID account, Of kind, UUID thing, UUID id, Picture picture) {
        // Nobody else adds one meanwhile.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('photos of ' || ?, 0))")
                .param(thing.toString())
                .query((rs, n) -> n)
                .list();
        requireRoom(kind, list(kind, thing));
        byte[] hash = sha256(picture.jpeg());
        jdbc.sql("insert into photo_file (sha256, jpeg) values (?, ?) on conflict do nothing")
                .params(hash, picture.jpeg())
                .update();
        Photo photo = new Photo(
                id,
                picture.widthPx(),
                picture.heightPx(),
                picture.jpeg().length,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        int added = jdbc.sql("""
                insert into photo (id, of_kind, of_id, sha256, width_px, height_px, added_by, added_at)
                values (:id, :kind, :thing, :hash, :width, :height, :by, :at) on conflict (id) do nothing""")
                .param("id", id)
                .param("kind", word(kind))
                .param("thing", thing)
                .param("hash", hash)
                .param("width", photo.widthPx())
                .param("height", photo.heightPx())
                .param("by", account)
                .param("at", Timestamp.from(photo.addedAt()))
                .update();
        if (added == 0) {
            throw OnceOnly.taken().asException();
        }
        return photo;
    }

    @Override
    public List<Photo> list(Of kind, UUID thing) {
        return jdbc.sql("""
                        select p.id, p.width_px, p.height_px, length(f.jpeg) as bytes, p.added_at
                        from photo p join photo_file f on f.sha256 = p.sha256
                        where p.of_kind = ? and p.of_id = ? order by p.added_at, p.id""")
                .params(word(kind), thing)
                .query((rs, n) -> new Photo(
                        rs.getObject("id", UUID.class),
                        rs.getInt("width_px"),
                        rs.getInt("height_px"),
                        rs.getInt("bytes"),
                        rs.getTimestamp("added_at").toInstant()))
                .list();
    }

    @Override
    public byte[] jpeg(Of kind, UUID thing, UUID id) {
        return jdbc.sql("""
                        select f.jpeg from photo p join photo_file f on f.sha256 = p.sha256
                        where p.id = ? and p.of_kind = ? and p.of_id = ?""")
                .params(id, word(kind), thing)
                .query((rs, n) -> rs.getBytes("jpeg"))
                .optional()
                .orElseThrow(() -> Problem.notFound(
                                "PHOTO_NOT_FOUND", "photo", "Không có ảnh này.", "There is no such photo.")
                        .asException());
    }

    @Override
    @Transactional
    public void erase(Of kind, UUID thing) {
        List<byte[]> files = jdbc.sql("delete from photo where of_kind = ? and of_id = ? returning sha256")
                .params(word(kind), thing)
                .query((rs, n) -> rs.getBytes("sha256"))
                .list();
        // Somebody else may have sent the same picture.
        files.forEach(file -> jdbc.sql(
                        "delete from photo_file f where sha256 = ? and not exists (select from photo p where p.sha256 = f.sha256)")
                .param(file)
                .update());
    }

    private static String word(Of kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
