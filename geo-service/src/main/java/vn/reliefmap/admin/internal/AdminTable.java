package vn.reliefmap.admin.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.NameFolding;

/** Writes admin units; every statement says whether it changed anything. */
@Component
class AdminTable {
    private static final LocalDate SINCE = AdminUnit.NEW_UNITS_SINCE;
    private final JdbcClient jdbc;

    AdminTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of a row. */
    enum Effect {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    boolean hasOutlines() {
        return exists("select exists (select from admin_unit where boundary is not null and not simulated)", "");
    }

    boolean isCurrent(String code) {
        return exists("select exists (select from admin_unit where code = :code and valid_to is null)", code);
    }

    boolean isReal(String code) {
        return exists(
                "select exists (select from admin_unit where code = :code and valid_to is null and not simulated)",
                code);
    }

    Effect outline(
            String code,
            UnitName name,
            @Nullable String parent,
            boolean simulated,
            @Nullable Integer population,
            MultiPolygon area,
            double areaM2) {
        return named("""
                        insert into admin_unit as old
                            (code, valid_from, name, full_name, kind, parent_name, folded_name, folded_full_name,
                             simulated, population, area_m2, centre, boundary)
                        select :code, :since, :name, :fullName, :kind, :parent::text, :foldedName, :foldedFullName,
                               :simulated, :population::integer, :area, st_pointonsurface(g), g
                        from st_setsrid(st_geomfromwkb(:wkb), 4326) as g
                        on conflict (code, valid_from) do update set
                            name = excluded.name, full_name = excluded.full_name, kind = excluded.kind,
                            parent_name = coalesce(excluded.parent_name, old.parent_name),
                            folded_name = excluded.folded_name, folded_full_name = excluded.folded_full_name,
                            simulated = excluded.simulated,
                            population = coalesce(excluded.population, old.population),
                            area_m2 = excluded.area_m2, centre = coalesce(old.centre, excluded.centre),
                            boundary = excluded.boundary
                        where (old.name, old.full_name, old.kind, old.simulated, old.area_m2)
                                is distinct from
                              (excluded.name, excluded.full_name, excluded.kind, excluded.simulated, excluded.area_m2)
                           or old.boundary is null or not st_orderingequals(old.boundary, excluded.boundary)
                           or (excluded.parent_name is not null and excluded.parent_name is distinct from old.parent_name)
                           or (excluded.population is not null and excluded.population is distinct from old.population)
                        returning (xmax = 0) as added
                        """, code, name)
                .param("parent", parent)
                .param("simulated", simulated)
                .param("population", population)
                .param("area", areaM2)
                .param("wkb", new WKBWriter().write(area))
                .query((rs, n) -> rs.getBoolean("added") ? Effect.ADDED : Effect.CHANGED)
                .optional()
                .orElse(Effect.UNCHANGED);
    }

    Effect figures(String code, UnitName name, int population, @Nullable Double areaM2, @Nullable LonLat centre) {
        return named("""
                        insert into admin_unit as old
                            (code, valid_from, name, full_name, kind, folded_name, folded_full_name, population,
                             area_m2, centre)
                        values (:code, :since, :name, :fullName, :kind, :foldedName, :foldedFullName, :population,
                                :area::double precision,
                                st_setsrid(st_makepoint(:lon::double precision, :lat::double precision), 4326))
                        on conflict (code, valid_from) do update set
                            population = excluded.population,
                            area_m2 = case when old.boundary is null then coalesce(excluded.area_m2, old.area_m2)
                                           else old.area_m2 end,
                            centre = coalesce(excluded.centre, old.centre)
                        where old.population is distinct from excluded.population
                           or (old.boundary is null and excluded.area_m2 is not null
                               and old.area_m2 is distinct from excluded.area_m2)
                           or (excluded.centre is not null
                               and (old.centre is null or not st_orderingequals(old.centre, excluded.centre)))
                        returning (xmax = 0) as added
                        """, code, name)
                .param("population", population)
                .param("area", areaM2)
                .param("lon", centre == null ? null : centre.lon())
                .param("lat", centre == null ? null : centre.lat())
                .query((rs, n) -> rs.getBoolean("added") ? Effect.ADDED : Effect.CHANGED)
                .optional()
                .orElse(Effect.UNCHANGED);
    }

    /** A present unit that another unit became part of; its name counts only when the unit is new. */
    void present(String code, UnitName name, String parent) {
        named("""
                        insert into admin_unit as old
                            (code, valid_from, name, full_name, kind, parent_name, folded_name, folded_full_name)
                        values (:code, :since, :name, :fullName, :kind, :parent::text, :foldedName, :foldedFullName)
                        on conflict (code, valid_from) do update set parent_name = excluded.parent_name
                        where excluded.parent_name is not null and old.parent_name is null
                        """, code, name).param("parent", parent.isEmpty() ? null : parent).update();
    }

    Effect former(String code, UnitName name, String parent, String successor) {
        Effect unit = named("""
                        insert into admin_unit as old
                            (code, valid_from, valid_to, name, full_name, kind, parent_name, folded_name,
                             folded_full_name)
                        values (:code, :beginning, :since, :name, :fullName, :kind, :parent::text, :foldedName,
                                :foldedFullName)
                        on conflict (code, valid_from) do update set
                            name = excluded.name, full_name = excluded.full_name, kind = excluded.kind,
                            parent_name = excluded.parent_name, folded_name = excluded.folded_name,
                            folded_full_name = excluded.folded_full_name
                        where (old.full_name, old.parent_name) is distinct from
                              (excluded.full_name, excluded.parent_name)
                        returning (xmax = 0) as added
                        """, code, name)
                .param("beginning", AdminUnit.BEGINNING_UNKNOWN)
                .param("parent", parent.isEmpty() ? null : parent)
                .query((rs, n) -> rs.getBoolean("added") ? Effect.ADDED : Effect.CHANGED)
                .optional()
                .orElse(Effect.UNCHANGED);
        int linked = jdbc.sql("""
                        insert into admin_unit_successor (old_code, old_valid_from, new_code, new_valid_from)
                        values (:old, :beginning, :new, :since) on conflict do nothing
                        """)
                .param("old", code)
                .param("beginning", AdminUnit.BEGINNING_UNKNOWN)
                .param("new", successor)
                .param("since", SINCE)
                .update();
        return unit == Effect.UNCHANGED && linked > 0 ? Effect.CHANGED : unit;
    }

    /** Sums over everything in the table, for the summary of an import. */
    Map<String, Object> totals() {
        return jdbc.sql("""
                        select count(*) filter (where valid_to is null) as present_units,
                               count(*) filter (where valid_to is not null) as former_units,
                               coalesce(sum(population) filter (where valid_to is null), 0) as people,
                               round(coalesce(sum(area_m2) filter (where valid_to is null), 0) / 1e6) as area_km2
                        from admin_unit
                        """)
                .query((rs, n) -> {
                    Map<String, Object> totals = new LinkedHashMap<>();
                    for (String name : new String[] {"present_units", "former_units", "people", "area_km2"}) {
                        totals.put(name, rs.getLong(name));
                    }
                    return totals;
                })
                .single();
    }

    private JdbcClient.StatementSpec named(String sql, String code, UnitName name) {
        return jdbc.sql(sql)
                .param("code", code)
                .param("since", SINCE)
                .param("name", name.name())
                .param("fullName", name.fullName())
                .param("kind", name.kind().name().toLowerCase(Locale.ROOT))
                .param("foldedName", NameFolding.fold(name.name()))
                .param("foldedFullName", NameFolding.fold(name.fullName()));
    }

    private boolean exists(String sql, String code) {
        return jdbc.sql(sql).param("code", code).query(Boolean.class).single();
    }
}
