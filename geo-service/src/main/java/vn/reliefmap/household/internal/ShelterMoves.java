package vn.reliefmap.household.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.household.Shelters;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.OnceOnly;
import vn.reliefmap.store.Topic;

/** Moves as rows, and the household's place beside its home's. A shelter is locked while somebody moves in. */
@Component
class ShelterMoves implements Shelters {
    private static final String SHELTERS = """
            select s.id, s.name, s.simulated, s.admin_code, st_x(s.place) as lon, st_y(s.place) as lat, s.capacity,
                   s.in_charge, coalesce(t.households, 0) as households, coalesce(t.people, 0) as people
            from shelter s
            left join (select shelter_id, count(*) as households, sum(people) as people from household
                       where shelter_id is not null and standing group by shelter_id) t on t.shelter_id = s.id
            """;

    private final JdbcClient jdbc;
    private final Changes changes;

    ShelterMoves(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Override
    @Transactional
    public Shelter open(UUID by, Shelter shelter) {
        int added = jdbc.sql("""
                        insert into shelter (id, name, simulated, admin_code, admin_valid_from, place, capacity, in_charge,
                                             opened_by)
                        select :id, :name, :simulated, u.code, u.valid_from, st_setsrid(st_makepoint(:lon, :lat), 4326),
                               :capacity, :inCharge, :by
                        from admin_unit u where u.code = :commune order by u.valid_from desc limit 1
                        on conflict (id) do nothing""")
                .param("id", shelter.id())
                .param("name", shelter.name())
                .param("simulated", shelter.simulated())
                .param("lon", shelter.place().lon())
                .param("lat", shelter.place().lat())
                .param("capacity", shelter.capacity())
                .param("inCharge", shelter.inCharge())
                .param("by", by)
                .param("commune", shelter.commune())
                .update();
        Shelter kept = find(shelter.id()).orElseThrow();
        if (added == 0 && !kept.equals(shelter)) {
            throw OnceOnly.taken().asException();
        }
        return kept;
    }

    @Override
    public Optional<Shelter> find(UUID id) {
        return taken(id).map(Taken::shelter);
    }

    private Optional<Taken> taken(UUID id) {
        return jdbc.sql(SHELTERS + " where s.id = ?")
                .param(id)
                .query((rs, n) -> read(rs))
                .optional();
    }

    @Override
    public List<Taken> list(boolean simulated) {
        return jdbc.sql(SHELTERS + " where s.simulated = ? order by s.name, s.id")
                .param(simulated)
                .query((rs, n) -> read(rs))
                .list();
    }

    @Override
    @Transactional
    public void moveIn(UUID id, HouseholdId household, UUID shelter, UUID by) {
        boolean there = jdbc.sql("select id from shelter where id = ? for update")
                .param(shelter)
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!there) {
            throw notFound().asException();
        }
        if (!record(id, household, shelter, by)) {
            return;
        }
        Taken taken = taken(shelter).orElseThrow();
        Guest guest = jdbc.sql("select people, simulated, shelter_id from household where id = ? for update")
                .param(household.value())
                .query((rs, n) -> new Guest(
                        rs.getInt("people"),
                        rs.getBoolean("simulated"),
                        shelter.equals(rs.getObject("shelter_id", UUID.class))))
                .single();
        if (guest.simulated() != taken.shelter().simulated()) {
            throw new Problem(
                            "SHELTER_OTHER_KIND",
                            409,
                            "Hộ và nơi tạm trú phải cùng là thật hoặc cùng là mô phỏng.",
                            "Household and shelter must both be real, or both be simulated.",
                            "shelter",
                            null)
                    .asException();
        }
        if (!guest.there() && guest.people() > taken.free()) {
            throw full(taken, guest.people()).asException();
        }
        jdbc.sql("""
                        update household h set
                            home_place = coalesce(h.home_place, h.place),
                            home_admin_code = case when h.shelter_id is null then h.admin_code else h.home_admin_code end,
                            home_admin_valid_from = case when h.shelter_id is null then h.admin_valid_from
                                                         else h.home_admin_valid_from end,
                            home_hamlet_code = case when h.shelter_id is null then h.hamlet_code else h.home_hamlet_code end,
                            place = s.place, admin_code = s.admin_code, admin_valid_from = s.admin_valid_from,
                            hamlet_code = null, shelter_id = s.id, updated_at = now()
                        from shelter s where s.id = :shelter and h.id = :household
                          and h.shelter_id is distinct from s.id""")
                .param("shelter", shelter)
                .param("household", household.value())
                .update();
        announce();
    }

    @Override
    @Transactional
    public void moveHome(UUID id, HouseholdId household, UUID by) {
        if (!record(id, household, null, by)) {
            return;
        }
        jdbc.sql("""
                        update household set place = home_place, admin_code = home_admin_code,
                            admin_valid_from = home_admin_valid_from, hamlet_code = home_hamlet_code,
                            home_place = null, home_admin_code = null, home_admin_valid_from = null,
                            home_hamlet_code = null, shelter_id = null, updated_at = now()
                        where id = ? and shelter_id is not null""").param(household.value()).update();
        announce();
    }

    private record Guest(int people, boolean simulated, boolean there) {}

    private boolean record(UUID id, HouseholdId household, @Nullable UUID to, UUID by) {
        int added = jdbc.sql("""
                        insert into shelter_move (id, household_id, shelter_id, moved_by)
                        values (:id, :household, :shelter, :by) on conflict (id) do nothing""")
                .param("id", id)
                .param("household", household.value())
                .param("shelter", to)
                .param("by", by)
                .update();
        if (added == 0 && !recorded(id, household, to)) {
            throw OnceOnly.taken().asException();
        }
        return added > 0;
    }

    private boolean recorded(UUID id, HouseholdId household, @Nullable UUID to) {
        return jdbc.sql("""
                        select exists (select from shelter_move where id = :id and household_id = :household
                                       and shelter_id is not distinct from cast(:shelter as uuid))""")
                .param("id", id)
                .param("household", household.value())
                .param("shelter", to)
                .query(Boolean.class)
                .single();
    }

    private void announce() {
        changes.announce(Topic.HOUSEHOLDS);
        changes.announce(Topic.NEEDS);
    }

    private Problem full(Taken there, int people) {
        List<String> others = list(there.shelter().simulated()).stream()
                .filter(other -> other.free() >= people)
                .map(other -> other.shelter().name() + " (" + other.free() + ")")
                .limit(3)
                .toList();
        String vi = there.shelter().name() + " chỉ còn chỗ cho " + there.free() + " người, hộ có " + people + " người."
                + (others.isEmpty() ? "" : " Còn chỗ: " + String.join(", ", others) + ".");
        String en = there.shelter().name() + " has room for " + there.free() + " more, and the household has " + people
                + " people." + (others.isEmpty() ? "" : " With room: " + String.join(", ", others) + ".");
        return new Problem("SHELTER_FULL", 409, vi, en, "shelter", "room for " + people)
                .with(Map.of("free", there.free(), "people", people));
    }

    private static Problem notFound() {
        return Problem.notFound(
                "SHELTER_NOT_FOUND", "shelter", "Không có nơi tạm trú này.", "There is no such shelter.");
    }

    private static Taken read(ResultSet rs) throws SQLException {
        return new Taken(
                new Shelter(
                        rs.getObject("id", UUID.class),
                        rs.getString("name"),
                        rs.getBoolean("simulated"),
                        rs.getString("admin_code"),
                        new LonLat(rs.getDouble("lon"), rs.getDouble("lat")),
                        rs.getInt("capacity"),
                        rs.getObject("in_charge", UUID.class)),
                rs.getInt("households"),
                rs.getInt("people"));
    }
}
