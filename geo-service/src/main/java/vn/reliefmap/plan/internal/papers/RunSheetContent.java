package vn.reliefmap.plan.internal.papers;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.plan.Paper;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.SheetHome;

/** Puts a tour into the words of a run sheet. */
final class RunSheetContent {
    private static final double MARGIN_MM = 12;
    private static final double MAP_SHARE_OF_HEIGHT = 0.32;
    /** A way belongs to the call it ends at, as close as both are tied to the road. */
    private static final double SAME_PLACE_M = 100;

    private final PaperWords words;
    private final String publicUrl;

    RunSheetContent(PaperWords words, String publicUrl) {
        this.words = words;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** What other rooms know of a tour. */
    interface Surroundings {
        String disasterName();

        String depotName();

        SheetMap map(double widthMm, double heightMm);

        /** Empty when none is near. */
        String settlementNear(LonLat stop);
    }

    RunSheet of(
            ReliefPlan plan,
            PlannedTour tour,
            Paper paper,
            List<SheetHome> homes,
            SheetMapImage image,
            Surroundings around) {
        double width = paper.widthMm() - 2 * MARGIN_MM;
        double height = paper.heightMm() * MAP_SHARE_OF_HEIGHT;
        String address = address(plan, tour);
        return new RunSheet(
                plan.simulated(),
                paper == Paper.A3,
                tour.number(),
                "Phiếu chuyến T" + tour.number() + " · " + tour.vehicleName(),
                around.disasterName() + " · kế hoạch lập lúc " + VietnamTime.hourAndDate(plan.madeAt()),
                facts(plan, tour, around),
                picture(image.draw(around.map(width, height))),
                width,
                height,
                legend(image),
                picture(QrCode.of(address)),
                address,
                warnings(plan, tour),
                tour.trips().stream().map(trip -> trip(trip, around)).toList(),
                "In lúc " + VietnamTime.hourAndDate(Instant.now()),
                homes.stream().map(this::home).toList());
    }

    private RunSheet.HomeRow home(SheetHome home) {
        return new RunSheet.HomeRow(
                home.name().isEmpty() ? "Chưa có tên" : home.name(),
                home.phone(),
                home.people() + " người",
                PaperWords.position(home.place()) + (home.approximate() ? " (gần đúng)" : ""),
                home.brings().stream().map(words::amount).toList());
    }

    String address(ReliefPlan plan, PlannedTour tour) {
        return publicUrl + "/tours?plan=" + plan.id() + "&tour=" + tour.number();
    }

    private List<RunSheet.Fact> facts(ReliefPlan plan, PlannedTour tour, Surroundings around) {
        double kilograms = tour.trips().stream()
                .mapToDouble(trip -> words.kilograms(trip.loads()))
                .sum();
        Instant observed = plan.water().observedAt();
        return List.of(
                new RunSheet.Fact("Phương tiện", PaperWords.vehicle(tour.vehicleClass())),
                new RunSheet.Fact("Xuất phát", VietnamTime.hourAndDate(tour.startsAt())),
                new RunSheet.Fact("Kho", around.depotName()),
                new RunSheet.Fact("Về tới", VietnamTime.hourAndDate(tour.endsAt())),
                new RunSheet.Fact(
                        "Chở",
                        PaperWords.mass(kilograms)
                                + (tour.trips().size() == 1
                                        ? ""
                                        : ", lấy hàng " + tour.trips().size() + " lần")),
                new RunSheet.Fact(
                        "Đường",
                        PaperWords.distance(tour.distanceM()) + ", " + PaperWords.duration(tour.drivenS()) + " đi"),
                new RunSheet.Fact(
                        "Nước quan sát", observed == null ? "chưa có" : VietnamTime.hourAndDate(observed) + " (UTC+7)"),
                new RunSheet.Fact(
                        "Nước để tính", VietnamTime.hourAndDate(plan.water().at()) + " (UTC+7)"));
    }

    private static List<RunSheet.Sign> legend(SheetMapImage image) {
        return List.of(
                new RunSheet.Sign(picture(image.swatch(DepthClass.D1)), "0,1–0,3 m"),
                new RunSheet.Sign(picture(image.swatch(DepthClass.D2)), "0,3–0,6 m"),
                new RunSheet.Sign(picture(image.swatch(DepthClass.D3)), "0,6–1,2 m"),
                new RunSheet.Sign(picture(image.swatch(DepthClass.D4)), "1,2–2,0 m"),
                new RunSheet.Sign(picture(image.swatch(DepthClass.D5)), "trên 2,0 m"),
                new RunSheet.Sign(picture(image.swatch(DepthClass.UNKNOWN)), "chưa rõ sâu"),
                new RunSheet.Sign(picture(image.permanentSwatch()), "sông, hồ, biển"),
                new RunSheet.Sign(picture(image.waySwatch(false)), "đường xe đi"),
                new RunSheet.Sign(picture(image.waySwatch(true)), "đường thuyền đi"),
                new RunSheet.Sign(picture(image.originSwatch(false)), "kho"),
                new RunSheet.Sign(picture(image.originSwatch(true)), "bến lấy hàng"));
    }

    private static List<String> warnings(ReliefPlan plan, PlannedTour tour) {
        List<String> warnings = new ArrayList<>();
        if (!tour.vehicleClass().floats() && tour.deepestM() > 0) {
            warnings.add("Trên đường có chỗ nước sâu tới " + PaperWords.depth(tour.deepestM()) + ".");
        }
        int bridges = tour.trips().stream()
                .flatMap(trip -> trip.legs().stream())
                .mapToInt(Leg::bridgesUnconfirmed)
                .sum();
        if (bridges > 0) {
            warnings.add("Qua " + bridges + " cầu trên nước lũ chưa ai báo còn đi được: dừng lại xem trước khi qua.");
        }
        if (plan.water().forecast()) {
            warnings.add("Một phần mực nước là dự báo.");
        }
        if (plan.water().observedAt() == null) {
            warnings.add("Chưa có ai đo hay báo nước ở vùng này.");
        }
        warnings.add("Nước hay đường khác với phiếu này: dừng, báo về nơi điều hành, quét mã xem bản mới.");
        return warnings;
    }

    private RunSheet.TripRows trip(PlannedTour.PlannedTrip trip, Surroundings around) {
        List<RunSheet.StopRow> rows = new ArrayList<>();
        int next = 0;
        for (Call call : trip.calls()) {
            int way = wayTo(call, trip.legs(), next);
            rows.add(row(call, way < 0 ? null : trip.legs().get(way), around));
            next = way < 0 ? next : way + 1;
        }
        return new RunSheet.TripRows(
                "Lấy hàng " + VietnamTime.hour(trip.loadsAt()) + "–" + VietnamTime.hour(trip.departsAt()) + " tại "
                        + trip.origin().name() + ": " + words.list(trip.loads()),
                rows);
    }

    private static int wayTo(Call call, List<Leg> legs, int from) {
        for (int i = from; i < legs.size(); i++) {
            var end = legs.get(i).line().getEndPoint().getCoordinate();
            if (Geometries.distanceMeters(end, call.place().coordinate()) <= SAME_PLACE_M) {
                return i;
            }
        }
        return -1;
    }

    private RunSheet.StopRow row(Call call, @Nullable Leg way, Surroundings around) {
        List<String> details = new ArrayList<>();
        String near = around.settlementNear(call.place());
        if (!near.isEmpty()) {
            details.add("gần " + near);
        }
        if (call.landing() == null) {
            details.add(call.households() + " hộ, " + call.people() + " người");
            details.add("Cán bộ thôn: ……………………");
        } else {
            details.add(PaperWords.commune(call));
            details.add("Giao cho đội thuyền");
        }
        List<String> ways = new ArrayList<>();
        if (way != null) {
            ways.add(PaperWords.distance(way.distanceM()) + ", " + PaperWords.duration(way.durationS()));
            ways.add(way.deepestM() > 0 ? "Sâu nhất " + PaperWords.depth(way.deepestM()) : "Đường khô");
        }
        if (call.walkM() >= 50) {
            ways.add("Nhà xa nhất đi bộ " + PaperWords.distance(call.walkM()));
        }
        if (call.cannotWade() > 0) {
            ways.add(call.cannotWade() + " hộ không lội ra được");
        }
        if (call.unconfirmed() != null && call.unconfirmed() > 0) {
            ways.add(call.unconfirmed() + " hộ chưa xác nhận lại");
        }
        if (call.approximate() != null && call.approximate() > 0) {
            ways.add(call.approximate() + " hộ chỉ biết thôn, xã: hỏi cán bộ thôn");
        }
        ways.add(PaperWords.position(call.place()));
        return new RunSheet.StopRow(
                call.number(),
                call.landing() == null ? PaperWords.commune(call) : "Bến " + call.landing(),
                details,
                VietnamTime.hour(call.arrivesAt()),
                call.handsOver().stream().map(words::amount).toList(),
                ways);
    }

    private static String picture(BufferedImage image) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
