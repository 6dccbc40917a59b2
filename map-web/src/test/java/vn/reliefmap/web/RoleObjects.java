package vn.reliefmap.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Tokens;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.PublicCode;

/**
 * The objects that lines of {@code roles.txt} name, all of a real disaster. The officer serves the commune {@link #OWN}. To
 * add one, store it in {@link #store} and say in {@link #name} how it is asked for.
 */
final class RoleObjects {
    static final String OWN = "19363";
    static final String OTHER = "19364";

    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final Accounts accounts;
    private final Map<String, Function<Account, Asked>> objects = new HashMap<>();

    /**
     * How an object is asked for.
     *
     * @param id stands for every {@code {…}} in the address
     * @param query goes behind the address; empty for none
     * @param body JSON
     * @param mark stands in an answer that shows the object
     */
    record Asked(String id, String query, String body, String mark) {}

    RoleObjects(ApplicationContext program) {
        jdbc = program.getBean(JdbcClient.class);
        tokens = program.getBean(Tokens.class);
        accounts = program.getBean(Accounts.class);
        String disaster = program.getBean(Disasters.class)
                .open("Lũ có thật", false, Instant.parse("2020-10-18T00:00:00Z"))
                .id()
                .toString();
        store(disaster);
        name(disaster);
    }

    /** The object of a line, as an account asks for it. */
    Asked of(String object, Account caller) {
        return Objects.requireNonNull(
                        objects.get(object),
                        () -> "roles.txt names an object that RoleObjects does not have: " + object)
                .apply(caller);
    }

    private void store(String disaster) {
        jdbc.sql("""
                insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name)
                select code, date '2025-07-01', name, 'Xã ' || name, 'xa', lower(name), 'xa ' || lower(name)
                from (values (:own, 'Mot'), (:other, 'Hai')) as u (code, name)""").param("own", OWN).param("other", OTHER).update();
        home("own", OWN, disaster);
        home("other", OTHER, disaster);
        home("none", null, disaster);
        report("own", OWN, disaster);
        report("other", OTHER, disaster);
        report("no", null, disaster);
        jdbc.sql("""
                insert into depot (id, ref, name, simulated, place)
                values (:id, 'K', 'Kho', false, st_setsrid(st_makepoint(107.1, 16.75), 4326))""").param("id", id("depot")).update();
        jdbc.sql("insert into stock (depot_id, item_code, quantity) values (:depot, 'rice', 100)")
                .param("depot", id("depot"))
                .update();
        jdbc.sql("""
                insert into vehicle (id, ref, name, simulated, vehicle_class, depot_id, capacity_kg, capacity_m3)
                values (:id, 'X', 'Xe', false, 'truck', :depot, 5000, 20)""").param("id", id("vehicle")).param("depot", id("depot")).update();
        jdbc.sql("""
                insert into plan (id, disaster_id, state, ordered_at, versions, vi, en, published_at)
                values (:id, :disaster, 'failed', now(), '{}', 'hỏng', 'failed', now())""")
                .param("id", id("plan"))
                .param("disaster", UUID.fromString(disaster))
                .update();
    }

    private void home(String name, @Nullable String commune, String disaster) {
        jdbc.sql("""
                insert into household (id, ref, simulated, people, admin_code, admin_valid_from, place, place_precision)
                values (:id, :name, false, 4, :commune,
                        case when cast(:commune as text) is null then null else date '2025-07-01' end,
                        st_setsrid(st_makepoint(107.1, 16.75), 4326), 'exact')""")
                .param("id", id(name))
                .param("name", name)
                .param("commune", commune)
                .update();
        jdbc.sql("""
                insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at)
                values (gen_random_uuid(), :home, :disaster, 'rice', 20, 'high', now())""")
                .param("home", id(name))
                .param("disaster", UUID.fromString(disaster))
                .update();
    }

    private void report(String name, @Nullable String commune, String disaster) {
        jdbc.sql("""
                insert into report (id, code, disaster_id, received_at, happened_at, channel, kind, on_behalf, geom,
                                    admin_code, hamlet, approximate, people, vulnerable_people, suspected, body_fingerprint,
                                    simulated)
                values (:id, :code, :disaster, now(), now(), 'web', 'need', false,
                        st_setsrid(st_makepoint(107.1, 16.75), 4326), :commune, '', false, 4, 0, false, '', false)""")
                .param("id", id("report " + name))
                .param("code", PublicCode.random().value())
                .param("disaster", UUID.fromString(disaster))
                .param("commune", commune)
                .update();
    }

    private void name(String disaster) {
        String flood = "disaster=" + disaster;
        for (String unit : new String[] {"own", "other", "none"}) {
            seen("home: " + unit + " unit", id(unit), flood);
        }
        objects.put("decision: own unit", caller -> decision(OWN, disaster));
        objects.put("decision: other unit", caller -> decision(OTHER, disaster));
        seen("depot", id("depot"), flood);
        seen("vehicle", id("vehicle"), "");
        seen("plan", id("plan"), flood + "&tour=1");
        seen("sums of few homes", OWN, flood);
        objects.put("token: own", caller -> token(caller, ""));
        Account somebody = accounts.add("Người khác", Caller.DONOR, Set.of());
        objects.put("pledge: own", caller -> commitment("pledge", caller, "other", flood));
        objects.put("pledge: another's", caller -> commitment("pledge", somebody, "other", flood));
        objects.put("claim: own", caller -> commitment("claim", caller, "other", flood));
        objects.put("claim: own unit", caller -> commitment("claim", somebody, "own", flood));
        objects.put("claim: other unit", caller -> commitment("claim", somebody, "other", flood));
        objects.put("delivery: own", caller -> delivery(caller, "other", flood));
        objects.put("delivery: own unit", caller -> delivery(somebody, "own", flood));
        objects.put("delivery: other unit", caller -> delivery(somebody, "other", flood));
        objects.put("crew: own", caller -> crew(caller));
        objects.put("crew: another's", caller -> crew(somebody));
        objects.put("sos: own", caller -> sos(caller, "acknowledged", flood));
        objects.put("sos: asked", caller -> sos(caller, "sent", flood));
        objects.put("sos: another's", caller -> sos(somebody, "acknowledged", flood));
        objects.put("token: another's", caller -> token(somebody, "account=" + somebody.id()));
        for (String unit : new String[] {"own", "other", "no"}) {
            seen("report: " + unit + " unit", id("report " + unit), flood + "&limit=500");
        }
    }

    /** A promise of one kilogram of what a home of the unit lacks. */
    private Asked commitment(String kind, Account holder, String unit, String query) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into commitment (id, kind, code, disaster_id, holder, place_kind, place, promised_at, expires_at)
                select :id, :kind, :code, disaster_id, :holder, 'commune', :commune, now(), now() + interval '1 day'
                from need where household_id = :home""")
                .param("id", id)
                .param("kind", kind)
                .param("code", PublicCode.random().value())
                .param("holder", holder.id())
                .param("commune", unit.equals("own") ? OWN : OTHER)
                .param("home", id(unit))
                .update();
        jdbc.sql("""
                insert into commitment_line (commitment_id, need_id, promised)
                select :id, id, 1 from need where household_id = :home""").param("id", id).param("home", id(unit)).update();
        jdbc.sql("update need set claimed = claimed + 1, pledged = pledged + 1 where household_id = :home")
                .param("home", id(unit))
                .update();
        return new Asked(id.toString(), query, "{}", id.toString());
    }

    /** A kilogram of it handed over. */
    private Asked delivery(Account team, String unit, String query) {
        UUID claim = UUID.fromString(commitment("claim", team, unit, query).id());
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into delivery (id, code, claim_id, disaster_id, handed_over_at, recorded_by)
                select :id, :code, :claim, disaster_id, now(), :by from commitment where id = :claim""")
                .param("id", id)
                .param("code", PublicCode.random().value())
                .param("claim", claim)
                .param("by", team.id())
                .update();
        jdbc.sql("""
                insert into delivery_line (delivery_id, need_id, quantity, surplus)
                select :id, id, 1, 0 from need where household_id = :home""").param("id", id).param("home", id(unit)).update();
        return new Asked(id.toString(), query, "{}", id.toString());
    }

    /** A truck on duty. */
    private Asked crew(Account team) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into vehicle (id, ref, name, simulated, vehicle_class, depot_id, capacity_kg, capacity_m3)
                values (:vehicle, cast(:vehicle as text), 'Xe', false, 'truck', :depot, 5000, 20);
                insert into crew (id, vehicle_id, account_id, by_truck, since, until)
                values (:id, :vehicle, :team, false, now(), now() + interval '1 day')""")
                .param("id", id)
                .param("vehicle", UUID.randomUUID())
                .param("depot", id("depot"))
                .param("team", team.id())
                .update();
        return new Asked(id.toString(), "", "{}", id.toString());
    }

    /** A cry for help that the team's crew was sent. */
    private Asked sos(Account team, String state, String query) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into report (id, code, disaster_id, received_at, happened_at, channel, kind, on_behalf, hamlet,
                    approximate, people, vulnerable_people, suspected, body_fingerprint, simulated)
                values (:id, :code, :disaster, now(), now(), 'sms', 'sos', false, '', true, 0, 0, false, '', false);
                insert into sos_call (id, code, disaster_id, simulated, report_id, state, crew_id, opened_at)
                values (:id, :code, :disaster, false, :id, :state, :crew, now())""")
                .param("id", id)
                .param("code", PublicCode.random().value())
                .param("disaster", UUID.fromString(query.substring("disaster=".length())))
                .param("state", state)
                .param("crew", UUID.fromString(crew(team).id()))
                .update();
        return new Asked(id.toString(), query, "{}", id.toString());
    }

    /** A decision on a report that nobody decided on yet. */
    private Asked decision(String commune, String disaster) {
        UUID report = stored(commune, disaster);
        String body = """
                {"id":"%s","report":"%s","decision":"need_more","seen":0,"reason":"thử"}""".formatted(UUID.randomUUID(), report);
        return new Asked(report.toString(), "", body, report.toString());
    }

    private UUID stored(String commune, String disaster) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into report (id, code, disaster_id, received_at, happened_at, channel, kind, on_behalf, admin_code,
                                    hamlet, approximate, people, vulnerable_people, suspected, body_fingerprint, simulated)
                values (:id, :code, :disaster, now(), now(), 'web', 'need', false, :commune, '', true, 4, 0, false, '', false)""")
                .param("id", id)
                .param("code", PublicCode.random().value())
                .param("disaster", UUID.fromString(disaster))
                .param("commune", commune)
                .update();
        return id;
    }

    private void seen(String object, Object id, String query) {
        objects.put(object, caller -> new Asked(id.toString(), query, "{}", id.toString()));
    }

    private Asked token(Account owner, String query) {
        String id = tokens.make(owner.id(), "thử", 1).token().id().toString();
        return new Asked(id, query, "{}", id);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
