package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.OtherWay;
import vn.reliefmap.routing.OtherWay.Kind;
import vn.reliefmap.routing.RouteAdvice;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;

/** FEATURE UNDER TEST: ways beside the quickest one on the hand-drawn village, with known answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VillageOtherWaysTest {
    private static final LonLat A = new LonLat(107.1005, 16.7501);
    private static final LonLat MARKET = new LonLat(107.1301, 16.747);

    private final RoadTown town;

    VillageOtherWaysTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.VILLAGE);
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void o01_theWayWithLessWaterIsOfferedBesideTheQuickest() {
        town.waters.draw(DrawnWater.nothing().box(107.118, 16.749, 107.122, 16.751, 0.26));
        RouteAdvice advice = town.advisor.advise(query(MARKET), 3);
        RouteAnswer.Found best = (RouteAnswer.Found) advice.answer();
        assertThat(best.deepestM()).isEqualTo(0.26);
        assertThat(advice.others()).extracting(OtherWay::kind).containsExactly(Kind.SHALLOWEST);
        OtherWay other = advice.others().get(0);
        assertThat(other.way().deepestM()).isZero();
        assertThat(other.way().stretches()).extracting("roadName").contains("Ngầm Hà", "Đường Chợ");
        assertThat(other.way().steps()).isNotEmpty();
        assertThat(other.way().water()).isEqualTo(best.water());
        assertThat(other.vi()).startsWith("Đường ít nước hơn: không qua nước, lâu hơn ");
        assertThat(other.en()).startsWith("The way with less water: no water, ");
    }

    @Test
    void o02_aLittleLessWaterIsNotWorthTelling() {
        town.waters.draw(DrawnWater.nothing()
                .box(107.118, 16.749, 107.122, 16.751, 0.2)
                .box(107.118, 16.739, 107.122, 16.741, 0.17));
        assertThat(town.advisor.advise(query(MARKET), 3).others())
                .extracting(OtherWay::kind)
                .doesNotContain(Kind.SHALLOWEST);
    }

    @Test
    void o03_theAnswerItselfIsTheSameWhateverElseIsAsked() {
        town.waters.draw(DrawnWater.nothing().box(107.118, 16.749, 107.122, 16.751, 0.26));
        for (LonLat to : List.of(MARKET, new LonLat(107.1295, 16.7501), new LonLat(107.155, 16.76))) {
            RouteAnswer alone = town.advisor.advise(query(to), 0).answer();
            RouteAnswer among = town.advisor.advise(query(to), 3).answer();
            assertThat(among.getClass()).isEqualTo(alone.getClass());
            if (alone instanceof RouteAnswer.Found a && among instanceof RouteAnswer.Found b) {
                assertThat(b.line().equalsExact(a.line())).isTrue();
                assertThat(b.durationS()).isEqualTo(a.durationS());
                assertThat(b.steps()).isEqualTo(a.steps());
            }
        }
    }

    @Test
    void o04_noneAreToldWhereThereIsNoWayOrNoRoad() {
        town.waters.draw(DrawnWater.nothing().box(107.103, 16.73, 107.107, 16.76, 0.9));
        assertThat(town.advisor.advise(query(MARKET), 3).others()).isEmpty();
        assertThat(town.advisor
                        .advise(new RouteQuery(A, MARKET, VehicleClass.MOTOR_BOAT, DrawnWater.FLOOD, null), 3)
                        .others())
                .isEmpty();
    }

    @Test
    void o05_fromNoneToThree() {
        for (int wrong : new int[] {-1, 4, 100}) {
            assertThatThrownBy(() -> town.advisor.advise(query(MARKET), wrong))
                    .hasMessageContaining("ALTERNATIVES_RANGE");
        }
    }

    private static RouteQuery query(LonLat to) {
        return new RouteQuery(A, to, VehicleClass.TRUCK, DrawnWater.FLOOD, null);
    }
}
