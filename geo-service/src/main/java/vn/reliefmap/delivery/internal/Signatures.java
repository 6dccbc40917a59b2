package vn.reliefmap.delivery.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.delivery.Delivery;
import vn.reliefmap.delivery.Delivery.Signature;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.photo.Photos;

/** What a signature on paper must have: a moment that can be, and a photo of the sheet that others can look at. */
@Component
class Signatures {
    /** A sheet may be signed when the goods are announced, and clocks differ. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Photos photos;

    Signatures(Photos photos) {
        this.photos = photos;
    }

    Signature checked(Delivery delivery, @Nullable Signature sent) {
        Signature signature = Problem.required(sent, "signed_at");
        Instant at = signature.signedAt().truncatedTo(ChronoUnit.MILLIS);
        if (at.isAfter(Instant.now().plus(AHEAD))
                || at.isBefore(delivery.handedOverAt().minus(BEFORE))) {
            throw Problem.badField(
                            "SIGNED_AT",
                            "signed_at",
                            "a moment that has passed, at most a day before the hand-over",
                            "Giờ ký không được ở tương lai, cũng không sớm hơn giờ giao quá một ngày.",
                            "The time of the signature lies in the future, or more than a day before the hand-over.")
                    .asException();
        }
        UUID sheet = Problem.required(signature.sheet(), "sheet");
        if (photos.list(Photos.Of.DELIVERY, delivery.id()).stream()
                .noneMatch(photo -> photo.id().equals(sheet))) {
            throw Problem.badField(
                            "SHEET_PHOTO",
                            "sheet",
                            "id of a photo of this delivery",
                            "Hãy gửi ảnh tờ ký nhận vào lần giao này trước. Không có giấy ký: ghi nguồn là officer.",
                            "Send the photo of the signed sheet to this delivery first. Without a signed sheet the source is"
                                    + " officer.")
                    .asException();
        }
        return new Signature(at, sheet);
    }
}
