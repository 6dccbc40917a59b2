package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.admin.Hamlet;
import vn.reliefmap.admin.HamletName;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.household.Household;
import vn.reliefmap.household.Households;
import vn.reliefmap.household.Households.Contact;
import vn.reliefmap.household.LegalBasis;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;

/** FEATURE UNDER TEST: hamlets as units of households and officers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HamletsTest {
    @TempDir
    static Path home = Path.of("target");

    private final PromiseWorld world = new PromiseWorld(home);
    private final Hamlets hamlets = world.program.bean(Hamlets.class);

    @AfterAll
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thôn Hạ", "thon ha", "THÔN  HẠ", "Hạ", "xóm Hạ", "bản hạ"})
    void anySpellingIsTheSameHamlet(String written) {
        assertThat(HamletName.fold(written)).isEqualTo("ha");
    }

    @Test
    void namesThatBeginLikeAKindStayWhole() {
        assertThat(HamletName.fold("Bản")).isEqualTo("ban");
        assertThat(HamletName.fold("Thôn 01"))
                .isEqualTo(HamletName.fold("thôn 1"))
                .isEqualTo("1");
        assertThat(HamletName.fold("Tổ dân phố 12")).isEqualTo("12");
        assertThat(HamletName.fold("Tổng Hợp")).isEqualTo("tong hop");
        assertThat(HamletName.fold("Bản Cù Bai")).isNotEqualTo(HamletName.fold("Bản Cợp"));
    }

    @Test
    void twentyWhoNameOneHamletAtOnceGetTheSame() throws Exception {
        List<Object> named = PromiseWorld.atOnce(IntStream.range(0, 20)
                .<Callable<Hamlet>>mapToObj(i -> () -> hamlets.add("XA04", i % 2 == 0 ? "Thôn Tân Mỹ" : "tan my"))
                .toList());
        assertThat(named).hasOnlyElementsOfType(Hamlet.class).allMatch(named.get(0)::equals);
        assertThat(hamlets.list("XA04")).hasSize(1);
        assertThat(hamlets.add("XA03", "Tân Mỹ").code()).isEqualTo("XA03.01");
    }

    @Test
    void officersNameHamletsOfTheirOwnCommune() {
        String own = world.token(world.account(Caller.OFFICER, "XA01"));
        String other = world.token(world.account(Caller.OFFICER, "XA02"));
        String body = "{\"commune\":\"XA01\",\"name\":\"Khu phố 3\"}";
        assertThat(world.program.send("POST", "/api/v1/hamlets", body, null).statusCode())
                .isEqualTo(401);
        assertThat(world.program.send("POST", "/api/v1/hamlets", body, other).body())
                .contains("OTHER_UNIT");
        assertThat(JsonMapper.shared()
                        .readTree(world.program
                                .send("POST", "/api/v1/hamlets", body, own)
                                .body())
                        .path("code")
                        .asString())
                .isEqualTo("XA01.01");
        assertThat(world.program.send("POST", "/api/v1/hamlets", body, own).statusCode())
                .isEqualTo(201);
        assertThat(world.program.json("/api/v1/hamlets?commune=XA01").path("items"))
                .hasSize(1);
        for (String bad : List.of(
                "{\"commune\":\"XA01\",\"name\":\" - \"}",
                "{\"commune\":\"XA01\",\"name\":\"" + "a".repeat(61) + "\"}",
                "{\"commune\":\"XA01\"}")) {
            assertThat(world.program.send("POST", "/api/v1/hamlets", bad, own).statusCode())
                    .isEqualTo(400);
        }
        assertThat(world.program.get("/api/v1/hamlets?commune=XA99", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOfficerOfAHamletSeesItsHomesAndNoOthers() {
        Hamlet mine = hamlets.add("XA02", "Thôn Một");
        Hamlet next = hamlets.add("XA02", "Thôn Hai");
        HouseholdId here = stored("h1", mine.code());
        HouseholdId there = stored("h2", next.code());
        DisasterId flood = world.disaster();
        world.jdbc.sql("""
                        insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at)
                        select gen_random_uuid(), id, :flood, 'rice', 5, 'high', now() from household where hamlet_code is not null""").param("flood", flood.value()).update();
        String officer = world.token(world.account(Caller.OFFICER, mine.code()));
        String commune = world.token(world.account(Caller.OFFICER, "XA02"));
        String list = "/api/v1/households?disaster=" + flood;
        assertThat(world.program.get(list, officer).body())
                .contains(here.toString())
                .doesNotContain(there.toString());
        assertThat(world.program.get(list, commune).body()).contains(here.toString(), there.toString());
        assertThatThrownBy(() -> world.account(Caller.OFFICER, "XA02.77")).hasMessageContaining("ACCOUNT_UNITS");
    }

    private HouseholdId stored(String ref, String hamlet) {
        Households households = world.program.bean(Households.class);
        Household wished = new Household(
                new HouseholdId(java.util.UUID.randomUUID()),
                false,
                4,
                1,
                "XA02",
                hamlet,
                new LonLat(107.2, 16.75),
                false,
                true);
        Household put = households.put(ref, wished, new Contact("Lê Thị Thử", "0912000111"), LegalBasis.CONSENT);
        assertThat(households.contact(put.id()).phone()).isEqualTo("0912000111");
        assertThat(households
                        .put(ref, wished, Contact.NONE, LegalBasis.PROTECT_LIFE)
                        .id())
                .isEqualTo(put.id());
        assertThat(households.contact(put.id()).name()).isEqualTo("Lê Thị Thử");
        assertThat(households.near(new LonLat(107.2001, 16.75), 100, false, 5))
                .extracting(Household::id)
                .contains(put.id());
        return put.id();
    }
}
