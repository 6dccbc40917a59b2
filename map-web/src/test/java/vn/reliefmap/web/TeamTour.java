package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.PlanDesk;
import vn.reliefmap.plan.PlanOrder;
import vn.reliefmap.plan.Plans;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.SearchLimits;
import vn.reliefmap.plan.SearchWatch;

/**
 * A small tour of its own in the demo province: one truck, a few homes near its depot and a few farther away, ten kilograms of rice
 * for each, in a disaster that no other test reads.
 */
record TeamTour(JdbcClient jdbc, DisasterId disaster, ReliefPlan plan, String token) {
    static final int RICE = 10;

    static TeamTour make(DemoProgram program, String name) {
        JdbcClient jdbc = program.part(JdbcClient.class);
        // Older than the demo's, so that pages still begin with that one.
        DisasterId disaster = program.part(Disasters.class)
                .open(name, true, Instant.now().minus(Duration.ofDays(30)))
                .id();
        record Truck(UUID vehicle, UUID depot) {}
        Truck truck = jdbc.sql("""
                        select v.id, v.depot_id from vehicle v join stock s on s.depot_id = v.depot_id
                        where v.vehicle_class = 'truck' and v.simulated and s.item_code = 'rice' and s.quantity > 1000
                        order by v.ref limit 1""")
                .query((rs, n) -> new Truck(rs.getObject("id", UUID.class), rs.getObject("depot_id", UUID.class)))
                .single();
        for (int[] ring : new int[][] {{300, 2500}, {4000, 9000}}) {
            homes(jdbc, disaster, truck.depot(), ring[0], ring[1]);
        }
        ReliefPlan plan = program.part(Plans.class)
                .make(
                        new PlanOrder(
                                disaster,
                                Instant.now(),
                                Duration.ofHours(5),
                                Set.of(new DepotId(truck.depot())),
                                Set.of(new VehicleId(truck.vehicle())),
                                Set.of("rice"),
                                SearchLimits.iterations(1, 100),
                                Set.of(),
                                null,
                                true,
                                Set.of()),
                        SearchWatch.NOBODY);
        assertThat(plan.tours()).hasSize(1);
        assertThat(plan.leftOut()).isEmpty();
        Accounts accounts = program.part(Accounts.class);
        Account team = accounts.add("Đội " + name, Caller.TEAM, Set.of());
        program.part(PlanDesk.class).publish(plan.id(), team.id());
        return new TeamTour(jdbc, disaster, plan, accounts.newToken(team.id()));
    }

    /** Three homes that the demo has, side by side, at that distance from the depot in metres. */
    private static void homes(JdbcClient jdbc, DisasterId disaster, UUID depot, int from, int to) {
        int homes = jdbc.sql("""
                        with first as (
                            select h.place from household h, depot d
                            where d.id = :depot and st_distance(h.place::geography, d.place::geography) between :from and :to
                            order by h.ref limit 1)
                        insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at)
                        select gen_random_uuid(), h.id, :disaster, 'rice', :rice, 'high', now()
                        from household h, first f order by h.place <-> f.place limit 3""")
                .param("depot", depot)
                .param("from", from)
                .param("to", to)
                .param("disaster", disaster.value())
                .param("rice", RICE)
                .update();
        assertThat(homes).isEqualTo(3);
    }

    /** The team takes the tour on, as its phone would ask. */
    void takeOn(Http http) {
        post(
                http,
                "/api/v1/claims",
                "{\"id\":\"%s\",\"disaster\":\"%s\",\"plan\":\"%s\",\"tour\":1}"
                        .formatted(UUID.randomUUID(), disaster, plan.id()));
    }

    /** Everything that the call brings is handed over now. */
    void handOver(Http http, int call) {
        JsonNode open = http.get(
                        "/api/v1/plans/" + plan.id() + "/tours/1/hand-overs", "Authorization", "Bearer " + token)
                .json();
        List<String> handed = new ArrayList<>();
        for (JsonNode line : open.path("items")) {
            if (line.path("call").asInt() == call) {
                handed.add("{\"need\":\"%s\",\"item\":\"rice\",\"quantity\":%s}"
                        .formatted(
                                line.path("need").asString(),
                                line.path("quantity").asString()));
            }
        }
        post(
                http,
                "/api/v1/deliveries",
                "{\"id\":\"%s\",\"claim\":\"%s\",\"handed_over_at\":\"%s\",\"handed\":[%s]}"
                        .formatted(
                                UUID.randomUUID(),
                                open.path("claim").asString(),
                                Instant.now(),
                                String.join(",", handed)));
    }

    private void post(Http http, String path, String body) {
        Http.Answer answer = http.post(path, body, "Authorization", "Bearer " + token);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(201);
    }

    String address() {
        return "/tours?plan=" + plan.id() + "&tour=1";
    }

    /** A column of the needs, summed up. */
    int sum(String column) {
        return jdbc.sql("select coalesce(sum(" + column + "), 0) from need where disaster_id = ?")
                .param(disaster.value())
                .query(BigDecimal.class)
                .single()
                .intValueExact();
    }

    /** How much was handed over each time, in the order in which it was written down. */
    List<Integer> deliveries() {
        return jdbc.sql("""
                        select sum(l.quantity)::integer from delivery d join delivery_line l on l.delivery_id = d.id
                        where d.disaster_id = ? group by d.id order by d.recorded_at""").param(disaster.value()).query(Integer.class).list();
    }

    int photos() {
        return jdbc.sql("select count(*) from photo p join delivery d on d.id = p.of_id where d.disaster_id = ?")
                .param(disaster.value())
                .query(Integer.class)
                .single();
    }

    List<String> roadReports() {
        return jdbc.sql("select state from road_report where disaster_id = ? order by observed_at")
                .param(disaster.value())
                .query(String.class)
                .list();
    }
}
