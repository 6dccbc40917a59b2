package vn.reliefmap.household.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.household.Household;
import vn.reliefmap.household.Households;
import vn.reliefmap.household.LegalBasis;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PhoneNumber;

/** Households one by one, as rows. */
@Component
class PostgresHouseholds implements Households {
    private static final String HOUSEHOLD = """
            select id, simulated, people, vulnerable_people, admin_code, hamlet_code, st_x(place) as lon, st_y(place) as lat,
                   place_precision = 'approximate' as approximate, standing
            from household
            """;

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final PhoneFingerprints fingerprints;

    PostgresHouseholds(JdbcClient jdbc, PersonalData personal, PhoneFingerprints fingerprints) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.fingerprints = fingerprints;
    }

    @Override
    public Optional<Household> find(HouseholdId id) {
        return jdbc.sql(HOUSEHOLD + " where id = ?")
                .param(id.value())
                .query(PostgresHouseholds::household)
                .optional();
    }

    @Override
    public Household put(String ref, Household household, Contact contact, LegalBasis basis) {
        // The same name for an id as imported lists give it, so that neither can make a second household of a
        // reference.
        UUID id = UUID.nameUUIDFromBytes(("household:" + ref).getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                insert into household (id, ref, simulated, name_sealed, phone_sealed, people, vulnerable_people, admin_code,
                                       admin_valid_from, hamlet_code, place, place_precision, standing, legal_basis)
                values (:id, :ref, :simulated, :name, :phone, :people, :vulnerable, :commune,
                        (select valid_from from admin_unit where code = :commune order by valid_to is null desc, valid_from desc limit 1), :hamlet,
                        st_setsrid(st_makepoint(:lon, :lat), 4326), :precision, :standing, :basis)
                on conflict (id) do update set
                    name_sealed = coalesce(excluded.name_sealed, household.name_sealed),
                    phone_sealed = coalesce(excluded.phone_sealed, household.phone_sealed),
                    people = excluded.people, vulnerable_people = excluded.vulnerable_people,
                    admin_code = excluded.admin_code, admin_valid_from = excluded.admin_valid_from,
                    hamlet_code = excluded.hamlet_code, place = excluded.place,
                    place_precision = excluded.place_precision, standing = excluded.standing, updated_at = now()
                where household.erased_at is null""")
                .param("id", id)
                .param("ref", ref)
                .param("simulated", household.simulated())
                .param("name", sealed(id + "/name", contact.name()))
                .param("phone", sealed(id + "/phone", contact.phone()))
                .param("people", household.people())
                .param("vulnerable", household.vulnerablePeople())
                .param("commune", household.commune(), java.sql.Types.VARCHAR)
                .param("hamlet", household.hamlet(), java.sql.Types.VARCHAR)
                .param("lon", household.place().lon())
                .param("lat", household.place().lat())
                .param("precision", household.approximate() ? "approximate" : "exact")
                .param("standing", household.standing())
                .param("basis", basis.word())
                .update();
        return find(new HouseholdId(id)).orElseThrow();
    }

    private byte @Nullable [] sealed(String owner, String text) {
        return text.isEmpty() ? null : personal.seal(owner, text);
    }

    @Override
    public void stand(HouseholdId id, boolean standing) {
        jdbc.sql("update household set standing = ?, updated_at = now() where id = ?")
                .params(standing, id.value())
                .update();
    }

    @Override
    public List<Household> near(LonLat place, double metres, boolean simulated, int limit) {
        // A box in degrees finds them in the index; the distance on the ground then decides.
        return jdbc.sql(HOUSEHOLD + """
                 where simulated = :simulated and standing
                   and place && st_expand(st_setsrid(st_makepoint(:lon, :lat), 4326), :degrees)
                   and st_distancesphere(place, st_setsrid(st_makepoint(:lon, :lat), 4326)) <= :metres
                 order by st_distancesphere(place, st_setsrid(st_makepoint(:lon, :lat), 4326)), id limit :limit""")
                .param("simulated", simulated)
                .param("lon", place.lon())
                .param("lat", place.lat())
                .param("degrees", metres / 111_195 / Math.cos(Math.toRadians(place.lat())))
                .param("metres", metres)
                .param("limit", limit)
                .query(PostgresHouseholds::household)
                .list();
    }

    @Override
    public List<Household> ofPhone(PhoneNumber phone, boolean simulated, int limit) {
        fingerprints.makeSome();
        return jdbc.sql(
                        HOUSEHOLD
                                + " where phone_hash = ? and phone_hash <> '' and simulated = ? and standing order by id limit ?")
                .params(fingerprints.of(phone), simulated, limit)
                .query(PostgresHouseholds::household)
                .list();
    }

    @Override
    public Contact contact(HouseholdId id) {
        return contacts(List.of(id)).getOrDefault(id, Contact.NONE);
    }

    @Override
    public Map<HouseholdId, Contact> contacts(Collection<HouseholdId> ids) {
        Map<HouseholdId, Contact> contacts = new HashMap<>();
        jdbc.sql("select id, name_sealed, phone_sealed from household where id = any(:ids)")
                .param("ids", ids.stream().map(HouseholdId::value).toArray(UUID[]::new))
                .query(rs -> {
                    HouseholdId id = new HouseholdId(rs.getObject("id", UUID.class));
                    contacts.put(
                            id,
                            new Contact(
                                    open(id + "/name", rs.getBytes("name_sealed")),
                                    open(id + "/phone", rs.getBytes("phone_sealed"))));
                });
        return contacts;
    }

    private String open(String owner, byte @Nullable [] sealed) {
        return sealed == null ? "" : personal.open(owner, sealed);
    }

    private static Household household(ResultSet rs, int n) throws SQLException {
        return new Household(
                new HouseholdId(rs.getObject("id", UUID.class)),
                rs.getBoolean("simulated"),
                rs.getInt("people"),
                rs.getInt("vulnerable_people"),
                rs.getString("admin_code"),
                rs.getString("hamlet_code"),
                new LonLat(rs.getDouble("lon"), rs.getDouble("lat")),
                rs.getBoolean("approximate"),
                rs.getBoolean("standing"));
    }
}
