package vn.reliefmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.reliefmap.report.SentReports.at;
import static vn.reliefmap.report.SentReports.copy;
import static vn.reliefmap.report.SentReports.in;
import static vn.reliefmap.report.SentReports.nowhere;
import static vn.reliefmap.report.SentReports.sentBy;
import static vn.reliefmap.report.SentReports.with;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ProblemException;

/** FEATURE UNDER TEST: what a report must say to be taken, and what is made of what it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportRulesTest {
    @TempDir
    static Path home = Path.of("target");

    private final SentReports world = new SentReports(home);
    private final Reports reports = world.reports;

    @AfterAll
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, '', PEOPLE_RANGE",
        "1000000000, 0, '', PEOPLE_RANGE",
        "4, 5, '', VULNERABLE_RANGE",
        "4, 0, rice=NaN, QUANTITY_FORM",
        "4, 0, rice=-3, QUANTITY_FORM",
        "4, 0, rice=Infinity, QUANTITY_FORM",
        "4, 0, rice=1e30, QUANTITY_FORM",
        "4, 0, rice=1;rice=2, ITEM_TWICE",
        "4, 0, gold=1, UNKNOWN_ITEM"
    })
    void whatCannotBeIsToldByItsCode(int people, int vulnerable, String asked, String code) {
        List<Asked> lines = asked.isEmpty()
                ? List.of()
                : List.of(asked.split(";")).stream()
                        .map(each -> each.split("="))
                        .map(each -> new Asked(each[0], OptionalDouble.of(Double.parseDouble(each[1]))))
                        .toList();
        NewReport good = world.report(UUID.randomUUID());
        assertRefused(code, with(good, good.sender(), good.place(), people, vulnerable, lines, "", Instant.now()));
    }

    @Test
    void namesOfFiveThousandLettersAndPlacesOutsideAreRefused() {
        NewReport good = world.report(UUID.randomUUID());
        assertRefused("TEXT_TOO_LONG", sentBy(good, new Sender("a".repeat(5_000), "", false), good.place()));
        assertRefused("TEXT_TOO_LONG", sentBy(good, new Sender("", "1".repeat(10_000_000), false), good.place()));
        assertRefused("OUTSIDE_VIETNAM", sentBy(good, good.sender(), at(0, 0)));
        assertRefused("OUTSIDE_VIETNAM", sentBy(good, good.sender(), at(101.5, 17)));
        assertRefused("PLACE_MISSING", sentBy(good, good.sender(), nowhere()));
        assertRefused("UNKNOWN_ADMIN_UNIT", sentBy(good, good.sender(), in("Atlantis")));
        assertRefused(
                "DISASTER_NOT_FOUND",
                new NewReport(
                        good.id(),
                        new DisasterId(UUID.randomUUID()),
                        Channel.WEB,
                        Kind.NEED,
                        good.sender(),
                        good.place(),
                        1,
                        0,
                        List.of(),
                        "",
                        Instant.now(),
                        false));
    }

    @Test
    void aCryForHelpWithANumberNeedsNoPlaceAndAPlaceInLaosIsTakenWithoutACommune() {
        NewReport good = world.report(UUID.randomUUID());
        NewReport cry = copy(sentBy(good, good.sender(), nowhere()), UUID.randomUUID(), Kind.SOS);
        assertThat(reports.take(cry).place().adminCode()).isEmpty();
        assertThat(reports.take(copy(sentBy(good, good.sender(), at(105.9, 16.7)), UUID.randomUUID(), Kind.NEED))
                        .place()
                        .adminCode())
                .isEmpty();
    }

    @Test
    void aCommuneIsKnownByAnySpellingAndWithoutAPositionThePlaceIsApproximate() {
        NewReport good = world.report(UUID.randomUUID());
        ReportPlace place = reports.take(
                        copy(sentBy(good, good.sender(), in("xa TRIEU binh")), UUID.randomUUID(), Kind.NEED))
                .place();
        assertThat(place.adminCode()).contains("19002");
        assertThat(place.approximate()).isTrue();
    }

    @Test
    void aTelephoneNumberInTheNameOfAHamletIsSealed() {
        NewReport good = world.report(UUID.randomUUID());
        ReportPlace written = new ReportPlace(
                Optional.empty(), OptionalDouble.empty(), Optional.of("19001"), "Thôn 4, 0912 345 678", "", true);
        ReportPlace kept = reports.take(copy(sentBy(good, good.sender(), written), UUID.randomUUID(), Kind.NEED))
                .place();
        assertThat(kept.hamlet()).isEmpty();
        assertThat(kept.words()).isEqualTo("Thôn 4, 0912 345 678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2999-01-01T00:00:00Z"})
    void aWrongClockStopsNoReport(Instant impossible) {
        NewReport good = world.report(UUID.randomUUID());
        Report kept = reports.take(with(good, good.sender(), good.place(), 3, 0, List.of(), "", impossible));
        assertThat(kept.happenedAt()).isEqualTo(kept.receivedAt());
        Instant yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        NewReport late = copy(good, UUID.randomUUID(), Kind.NEED);
        assertThat(reports.take(with(late, late.sender(), late.place(), 3, 0, List.of(), "", yesterday))
                        .happenedAt())
                .isEqualTo(yesterday);
    }

    @Test
    void controlCharactersAndTowersOfMarksAreTakenAwayAndTheWordsStay() {
        String words = "Cứu\u0000 với \u202Eabc\u202C Z" + "\u0300".repeat(50) + " \uD800 Lệ Thuỷ";
        Report kept = reports.take(world.report(UUID.randomUUID(), "a\u0000b", "", words));
        assertThat(kept.words())
                .startsWith("Cứu  với abc Z")
                .endsWith("Lệ Thuỷ")
                .hasSizeLessThan(40);
    }

    private void assertRefused(String code, NewReport report) {
        assertThatThrownBy(() -> reports.take(report)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo(code));
    }
}
