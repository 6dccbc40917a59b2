package vn.reliefmap.household.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.household.LegalBasis;
import vn.reliefmap.household.OwnData;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PhoneNumber;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Own data in PostGIS. */
@Component
class PostgresOwnData implements OwnData {
    private static final Duration CODE_LASTS = Duration.ofDays(30);
    private static final int MOST_WRONG_TRIES = 10;
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_PEOPLE = 10_000;

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final Changes changes;

    PostgresOwnData(JdbcClient jdbc, PersonalData personal, Changes changes) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.changes = changes;
    }

    @Override
    public PublicCode code(UUID account, HouseholdId household) {
        PublicCode code = PublicCode.random();
        jdbc.sql("""
                insert into own_data_code (household_id, fingerprint, made_by, expires_at)
                values (:household, :fingerprint, :by, now() + make_interval(secs => :seconds))
                on conflict (household_id) do update set fingerprint = excluded.fingerprint, made_by = excluded.made_by,
                    expires_at = excluded.expires_at, wrong_tries = 0""")
                .param("household", household.value())
                .param("fingerprint", fingerprint(code))
                .param("by", account)
                .param("seconds", (double) CODE_LASTS.toSeconds())
                .update();
        return code;
    }

    private String fingerprint(PublicCode code) {
        return personal.fingerprint("own data code " + code);
    }

    @Override
    @Transactional
    public Optional<HouseholdId> owner(PublicCode code, String phone) {
        // Tries at the same moment wait for one another here, so that a hundred at once count as a hundred.
        Optional<HouseholdId> meant = jdbc.sql("""
                        select household_id from own_data_code
                        where fingerprint = ? and expires_at > now() and wrong_tries < ? for update""")
                .params(fingerprint(code), MOST_WRONG_TRIES)
                .query((rs, n) -> new HouseholdId(rs.getObject(1, UUID.class)))
                .optional();
        if (meant.isEmpty()
                || meant.flatMap(this::see)
                        .filter(person -> same(person.phone(), phone))
                        .isPresent()) {
            return meant;
        }
        jdbc.sql("update own_data_code set wrong_tries = wrong_tries + 1 where household_id = ?")
                .param(meant.get().value())
                .update();
        return Optional.empty();
    }

    private static boolean same(String known, String given) {
        if (known.isBlank()) {
            return false;
        }
        Optional<PhoneNumber> number = PhoneNumber.read(known);
        return number.isPresent()
                ? number.equals(PhoneNumber.read(given))
                : known.strip().equals(given.strip());
    }

    @Override
    public Optional<Person> see(HouseholdId household) {
        return jdbc.sql("""
                        select *, st_x(coalesce(home_place, place)) as lon, st_y(coalesce(home_place, place)) as lat,
                               case when shelter_id is null then admin_code else home_admin_code end as commune,
                               coalesce(hamlet_code, admin_code) as unit
                        from household where id = ?""")
                .param(household.value())
                .query((rs, n) -> person(rs))
                .optional();
    }

    private Person person(ResultSet rs) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        Timestamp keepUntil = rs.getTimestamp("keep_until");
        Timestamp erasedAt = rs.getTimestamp("erased_at");
        String address = rs.getString("address");
        return new Person(
                new HouseholdId(id),
                rs.getBoolean("simulated"),
                opened(id + "/name", rs.getBytes("name_sealed")),
                opened(id + "/phone", rs.getBytes("phone_sealed")),
                rs.getInt("people"),
                rs.getInt("vulnerable_people"),
                address == null ? "" : address,
                rs.getString("commune"),
                rs.getString("unit"),
                new LonLat(rs.getDouble("lon"), rs.getDouble("lat")),
                rs.getString("place_precision").equals("approximate"),
                rs.getString("legal_basis"),
                keepUntil == null ? null : keepUntil.toInstant(),
                erasedAt == null ? null : erasedAt.toInstant());
    }

    private String opened(String owner, byte @Nullable [] sealed) {
        return sealed == null ? "" : personal.open(owner, sealed);
    }

    @Override
    @Transactional
    public void correct(HouseholdId household, Correction correction) {
        Person now = see(household).orElseThrow();
        int people = correction.people() == null ? now.people() : correction.people();
        int vulnerable = correction.vulnerablePeople() == null ? now.vulnerablePeople() : correction.vulnerablePeople();
        require(people >= 1 && people <= MOST_PEOPLE, "PEOPLE_RANGE", "people", "1 to " + MOST_PEOPLE);
        require(vulnerable >= 0 && vulnerable <= people, "VULNERABLE_RANGE", "vulnerable_people", "0 to people");
        String name = text(correction.name(), now.name(), "name");
        String phone = text(correction.phone(), now.phone(), "new_phone");
        String address = text(correction.address(), now.address(), "address");
        int corrected = jdbc.sql("""
                update household set name_sealed = :name, phone_sealed = :phone, address = :address, people = :people,
                       vulnerable_people = :vulnerable, updated_at = now()
                where id = :id and erased_at is null""")
                .param("id", household.value())
                .param("name", sealed(household + "/name", name), Types.BINARY)
                .param("phone", sealed(household + "/phone", phone), Types.BINARY)
                .param("address", address.isEmpty() ? null : address, Types.VARCHAR)
                .param("people", people)
                .param("vulnerable", vulnerable)
                .update();
        requireThere(corrected);
        changes.announce(Topic.HOUSEHOLDS);
    }

    @Override
    @Transactional
    public void stateBasis(HouseholdId household, LegalBasis basis) {
        requireThere(
                jdbc.sql("update household set legal_basis = ?, updated_at = now() where id = ? and erased_at is null")
                        .params(basis.word(), household.value())
                        .update());
    }

    private static void requireThere(int corrected) {
        if (corrected == 0) {
            throw new Problem(
                            "DATA_ERASED", 409, "Dữ liệu này đã được xoá.", "These data have been erased.", null, null)
                    .asException();
        }
    }

    private byte @Nullable [] sealed(String owner, String text) {
        return text.isEmpty() ? null : personal.seal(owner, text);
    }

    private static String text(@Nullable String given, String known, String field) {
        String text = given == null ? known : given.strip();
        require(text.length() <= LONGEST_TEXT, "TEXT_TOO_LONG", field, "at most " + LONGEST_TEXT + " characters");
        return text;
    }

    private static void require(boolean right, String code, String field, String expected) {
        if (!right) {
            throw Problem.badField(
                            code,
                            field,
                            expected,
                            "Giá trị ở “" + field + "” không hợp lệ.",
                            "The value of \"" + field + "\" is out of range.")
                    .asException();
        }
    }
}
