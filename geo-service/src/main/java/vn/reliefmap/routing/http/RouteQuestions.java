package vn.reliefmap.routing.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.MatrixQuery;
import vn.reliefmap.routing.RouteQuery;

/** Turns what was sent into a {@link RouteQuery} or {@link MatrixQuery}, or says which field is wrong and what was expected. */
@Component
class RouteQuestions {
    private final Disasters disasters;

    RouteQuestions(Disasters disasters) {
        this.disasters = disasters;
    }

    RouteQuery read(RouteRequest request) {
        return new RouteQuery(
                place("from", request.from()),
                place("to", request.to()),
                VehicleClass.parse(request.vehicle()),
                disaster(request.disaster()),
                instant("depart_at", request.departAt()),
                request.transfer() == null ? null : VehicleClass.parse(request.transfer()),
                instant("until", request.until()));
    }

    /** The same places may be starts and destinations, or each side has its own. */
    MatrixQuery read(MatrixRequest request) {
        boolean same = request.points() != null;
        if (same == (request.from() != null || request.to() != null)) {
            throw Problem.badField(
                            "MATRIX_PLACES",
                            "points",
                            "points, or from and to: [[107.59, 16.46], …]",
                            "Hãy gửi points, hoặc cả from và to.",
                            "Send points, or both from and to.")
                    .asException();
        }
        List<LonLat> from = same ? places("points", request.points()) : places("from", request.from());
        return new MatrixQuery(
                from,
                same ? from : places("to", request.to()),
                VehicleClass.parse(request.vehicle()),
                disaster(request.disaster()),
                instant("at", request.at()),
                instant("until", request.until()));
    }

    private static List<LonLat> places(String field, @Nullable List<@Nullable List<@Nullable Double>> positions) {
        List<LonLat> places = new ArrayList<>();
        if (positions != null) {
            for (List<@Nullable Double> position : positions) {
                places.add(place(field + "[" + places.size() + "]", position));
            }
        }
        return places;
    }

    private static LonLat place(String field, @Nullable List<@Nullable Double> position) {
        Double lon = position == null || position.size() != 2 ? null : position.get(0);
        Double lat = position == null || position.size() != 2 ? null : position.get(1);
        if (lon == null || lat == null) {
            throw Problem.badField(
                            "COORDINATE_FORM",
                            field,
                            LonLat.EXPECTED,
                            "Trường " + field + " cần đúng hai số: kinh độ, vĩ độ.",
                            "The field " + field + " needs exactly two numbers: longitude, latitude.")
                    .asException();
        }
        return LonLat.of(field, lon, lat);
    }

    private @Nullable DisasterId disaster(@Nullable String idOrName) {
        if (idOrName == null || idOrName.isBlank()) {
            return null;
        }
        return disasters.named(idOrName).id();
    }

    private static @Nullable Instant instant(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.badField(
                            "TIME_FORM",
                            field,
                            "2020-10-18T06:00:00Z",
                            "Thời điểm không đúng dạng.",
                            "The time does not have the expected form.")
                    .asException();
        }
    }
}
