package vn.reliefmap.admin.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminOutlines;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** Admin units as the tables hold them, read once and again after a change. */
@Component
class PostgresAdminUnits implements AdminUnits, AdminOutlines {
    private final JdbcClient jdbc;
    private volatile @Nullable UnitDirectory directory;
    private volatile @Nullable OutlineIndex outlines;

    PostgresAdminUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public AdminUnit get(String code) {
        return find(code).orElseThrow(() -> Problem.notFound(
                        "UNKNOWN_ADMIN_UNIT",
                        "code",
                        "Không có xã, phường nào mang mã này.",
                        "No present unit has this code.")
                .asException());
    }

    @Override
    public Optional<AdminUnit> find(String code) {
        return directory().find(code);
    }

    @Override
    public List<AdminUnit> list() {
        return directory().list();
    }

    @Override
    public List<AdminUnit> search(String text, @Nullable LocalDate day, int limit) {
        return directory().search(text, day, limit);
    }

    @Override
    public List<AdminUnit> meantBy(String codeOrName) {
        return directory().meantBy(codeOrName);
    }

    @Override
    public Optional<AdminUnit> unitOf(LonLat place) {
        return outlines().codeAt(place).flatMap(this::find);
    }

    @Override
    public List<AdminUnit> unitsIn(Bbox box) {
        return outlines().codesIn(box.envelope()).stream()
                .flatMap(code -> find(code).stream())
                .toList();
    }

    @Override
    public List<Outlined> at(int zoom, @Nullable Bbox box) {
        return outlines().at(zoom).stream()
                .filter(o -> box == null || o.area().getEnvelopeInternal().intersects(box.envelope()))
                .flatMap(o -> find(o.code()).map(u -> new Outlined(u, o.area())).stream())
                .toList();
    }

    @EventListener
    void on(DataChanged change) {
        if (change.topic() == Topic.ADMIN) {
            forget();
        }
    }

    void forget() {
        directory = null;
        outlines = null;
    }

    private UnitDirectory directory() {
        UnitDirectory known = directory;
        if (known == null) {
            known = new UnitDirectory(readUnits());
            directory = known;
        }
        return known;
    }

    private OutlineIndex outlines() {
        OutlineIndex known = outlines;
        if (known == null) {
            known = readOutlines();
            outlines = known;
        }
        return known;
    }

    private List<AdminUnit> readUnits() {
        Map<String, List<AdminUnit.Successor>> successors = new HashMap<>();
        jdbc.sql("""
                        select s.old_code, s.old_valid_from, s.new_code, s.new_valid_from, u.full_name
                        from admin_unit_successor s
                        join admin_unit u on u.code = s.new_code and u.valid_from = s.new_valid_from
                        order by s.new_code
                        """)
                .query((rs, n) -> successors
                        .computeIfAbsent(
                                rs.getString("old_code") + "@" + rs.getString("old_valid_from"),
                                key -> new ArrayList<>())
                        .add(new AdminUnit.Successor(
                                rs.getString("new_code"),
                                rs.getObject("new_valid_from", LocalDate.class),
                                rs.getString("full_name"))))
                .list();
        return jdbc.sql("""
                        select code, valid_from, valid_to, name, full_name, kind, parent_name, simulated, population,
                               area_m2, st_x(centre) as lon, st_y(centre) as lat
                        from admin_unit
                        """)
                .query((rs, n) -> unit(
                        rs,
                        successors.getOrDefault(rs.getString("code") + "@" + rs.getString("valid_from"), List.of())))
                .list();
    }

    private static AdminUnit unit(ResultSet rs, List<AdminUnit.Successor> successors) throws SQLException {
        double lon = rs.getDouble("lon");
        LonLat centre = rs.wasNull() ? null : new LonLat(lon, rs.getDouble("lat"));
        return new AdminUnit(
                rs.getString("code"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getString("name"),
                rs.getString("full_name"),
                AdminUnit.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                rs.getString("parent_name"),
                rs.getBoolean("simulated"),
                (Integer) rs.getObject("population"),
                (Double) rs.getObject("area_m2"),
                centre,
                List.copyOf(successors));
    }

    private OutlineIndex readOutlines() {
        WKBReader wkb = new WKBReader(Geometries.FACTORY);
        return new OutlineIndex(jdbc.sql("""
                        select code, simulated, st_asbinary(boundary) as boundary
                        from admin_unit
                        where valid_to is null and boundary is not null
                        order by code
                        """)
                .query((rs, n) -> {
                    try {
                        return new OutlineIndex.Outline(
                                rs.getString("code"),
                                rs.getBoolean("simulated"),
                                Geometries.multiPolygon(wkb.read(rs.getBytes("boundary"))));
                    } catch (ParseException e) {
                        throw new IllegalStateException("boundary of " + rs.getString("code"), e);
                    }
                })
                .list());
    }
}
