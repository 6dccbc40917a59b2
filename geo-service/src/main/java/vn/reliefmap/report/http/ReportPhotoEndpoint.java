package vn.reliefmap.report.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Looks;
import vn.reliefmap.access.Pace;
import vn.reliefmap.access.SlowDown;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.photo.Photo;
import vn.reliefmap.photo.Photos;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.Reports;

/** Photos of a report: whoever has its code adds them, officers of the place look at them. The report itself stays as it is. */
@RestController
class ReportPhotoEndpoint {
    /** Many phones share an address; decoding is work. */
    private static final int FREE_FROM_ONE_ADDRESS = 30;

    private final Reports reports;
    private final Photos photos;
    private final Looks looks;
    private final Pace pace = new Pace(Clock.systemUTC());

    ReportPhotoEndpoint(Reports reports, Photos photos, Looks looks) {
        this.reports = reports;
        this.photos = photos;
        this.looks = looks;
    }

    /**
     * The body is the photo itself, JPEG or PNG, at most 10 MB and three for each report.
     *
     * @param photo its id, made by the sender
     */
    @PostMapping("/api/v1/reports/{code}/photos")
    @OpenTo(Caller.EVERYONE)
    @ResponseStatus(HttpStatus.CREATED)
    PhotoAnswer add(@PathVariable String code, @RequestParam UUID photo, HttpServletRequest request)
            throws IOException {
        Report report = report(code);
        String address = "photos from " + request.getRemoteAddr();
        pace.take(List.of(new Pace.Limit(address, FREE_FROM_ONE_ADDRESS, Duration.ofSeconds(10))))
                .ifPresent(seconds -> {
                    throw SlowDown.ofPhotos(seconds);
                });
        byte[] sent = request.getInputStream().readNBytes(Photos.MOST_BYTES + 1);
        return PhotoAnswer.of(photos.add(null, Photos.Of.REPORT, report.id().value(), photo, sent));
    }

    @GetMapping("/api/v1/reports/{code}/photos")
    @OpenTo({Caller.OFFICER, Caller.COORDINATOR})
    PhotoList list(@PathVariable String code) {
        Report report = seen(code);
        return new PhotoList(
                photos.list(Photos.Of.REPORT, report.id().value()).stream()
                        .map(PhotoAnswer::of)
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/reports/{code}/photos/{photo}")
    @OpenTo({Caller.OFFICER, Caller.COORDINATOR})
    ResponseEntity<byte[]> get(@PathVariable String code, @PathVariable UUID photo) {
        Report report = seen(code);
        byte[] jpeg = photos.jpeg(Photos.Of.REPORT, report.id().value(), photo);
        if (!report.simulated()) {
            looks.remember(List.of(report.id().value()), Looks.What.PLACE, "photo of a report");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(jpeg);
    }

    /** Somebody else's reads like none. */
    private Report seen(String code) {
        Report report = report(code);
        String unit = report.place().adminCode().orElse(null);
        if (!Callers.rights().seesEveryHome() && !Callers.rights().serves(unit)) {
            throw none().asException();
        }
        return report;
    }

    private Report report(String code) {
        return PublicCode.typed(code).flatMap(reports::byCode).orElseThrow(() -> none().asException());
    }

    private static Problem none() {
        return Problem.notFound(
                "REPORT_NOT_FOUND", "code", "Không có tin nào mang mã này.", "No report has this code.");
    }

    /** @param next always null: all of them */
    record PhotoList(List<PhotoAnswer> items, @Nullable String next) {}

    record PhotoAnswer(UUID id, int widthPx, int heightPx, int bytes, Instant addedAt) {
        static PhotoAnswer of(Photo photo) {
            return new PhotoAnswer(photo.id(), photo.widthPx(), photo.heightPx(), photo.bytes(), photo.addedAt());
        }
    }
}
