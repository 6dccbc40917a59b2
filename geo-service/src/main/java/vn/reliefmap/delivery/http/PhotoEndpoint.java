package vn.reliefmap.delivery.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.delivery.Deliveries;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.photo.Photo;
import vn.reliefmap.photo.Photos;

/** Photos of a hand-over, for those who see the delivery. They may show people, so nothing keeps them on the way. */
@RestController
class PhotoEndpoint {
    private final Photos photos;
    private final Deliveries deliveries;

    PhotoEndpoint(Photos photos, Deliveries deliveries) {
        this.photos = photos;
        this.deliveries = deliveries;
    }

    /**
     * The body is the photo itself, JPEG or PNG, at most 10 MB. The same one again gives the same answer.
     *
     * @param photo its id, made by the sender
     */
    @PostMapping("/api/v1/deliveries/{id}/photos")
    @OpenTo({Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    @ResponseStatus(HttpStatus.CREATED)
    PhotoAnswer add(@PathVariable UUID id, @RequestParam UUID photo, HttpServletRequest request) throws IOException {
        UUID delivery = Sight.required(deliveries.get(id)).id();
        byte[] sent = request.getInputStream().readNBytes(Photos.MOST_BYTES + 1);
        return PhotoAnswer.of(delivery, photos.add(Sight.account(), Photos.Of.DELIVERY, delivery, photo, sent));
    }

    @GetMapping("/api/v1/deliveries/{id}/photos")
    @OpenTo({Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    PhotoList list(@PathVariable UUID id) {
        UUID delivery = Sight.required(deliveries.get(id)).id();
        return new PhotoList(
                photos.list(Photos.Of.DELIVERY, delivery).stream()
                        .map(photo -> PhotoAnswer.of(delivery, photo))
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/deliveries/{id}/photos/{photo}")
    @OpenTo({Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    ResponseEntity<byte[]> get(@PathVariable UUID id, @PathVariable UUID photo) {
        UUID delivery = Sight.required(deliveries.get(id)).id();
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("photo.jpg")
                                .build()
                                .toString())
                .body(photos.jpeg(Photos.Of.DELIVERY, delivery, photo));
    }

    /** @param next always null: all of them */
    record PhotoList(List<PhotoAnswer> items, @Nullable String next) {}

    /** @param address where the JPEG is */
    record PhotoAnswer(UUID id, String address, int widthPx, int heightPx, int bytes, Instant addedAt) {
        static PhotoAnswer of(UUID delivery, Photo photo) {
            return new PhotoAnswer(
                    photo.id(),
                    "/api/v1/deliveries/" + delivery + "/photos/" + photo.id(),
                    photo.widthPx(),
                    photo.heightPx(),
                    photo.bytes(),
                    photo.addedAt());
        }
    }
}
