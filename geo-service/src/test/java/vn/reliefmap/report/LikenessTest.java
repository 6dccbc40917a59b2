package vn.reliefmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.report.Likeness.Level;
import vn.reliefmap.report.Likeness.Reason;

/** FEATURE UNDER TEST: how likely two reports are of one home, and why. */
class LikenessTest {
    private static final Instant NOON = Instant.parse("2020-10-18T05:00:00Z");
    private static final Case HOME = new Case(
            "f1",
            true,
            new LonLat(107.1, 16.8),
            10,
            "19363",
            "Thôn Hạ",
            "Nguyễn Thị Hoa",
            "nước ngập lên mái nhà, có hai cháu nhỏ",
            NOON);

    private final Random random = new Random(2020_10_18);

    @Test
    void thePhoneTellsMostAndTheReasonsSayWhy() {
        Likeness again = between(HOME, HOME.words("xin thêm nước uống").later(5));
        assertThat(again.level()).isEqualTo(Level.LIKELY);
        assertThat(again.score()).isGreaterThan(0.9);
        assertThat(again.reasons().get(0).vi()).isEqualTo("cùng số điện thoại");
        assertThat(again.reasons()).extracting(Reason::en).contains("same hamlet", "5 h apart", "similar name");
    }

    @Test
    void oneHouseReportedByTwoPeopleOnDifferentPhonesIsFound() {
        Case husband = HOME.phone("f2").name("nguyen thi hoa").at(20).words("").later(2);
        assertThat(between(HOME, husband).level()).isEqualTo(Level.LIKELY);
    }

    @Test
    void twoHomesInOneYardAreNotSaidToBeTheSame() {
        Case brother = HOME.phone("f2").name("Nguyễn Văn Tâm").at(8);
        assertThat(between(HOME, brother).level()).isEqualTo(Level.POSSIBLE);
        assertThat(between(HOME, brother).reasons())
                .extracting(Reason::vi)
                .contains("khác số điện thoại", "khác tên", "cách nhau 8 m (sai số 20 m)");
        // Nor when both wrote the same words in the same minute at the same spot.
        assertThat(between(HOME, HOME.phone("f2").name("Nguyễn Văn Tâm").at(0)).level())
                .isEqualTo(Level.POSSIBLE);
    }

    @Test
    void aHelperWhoReportsForManyHomesDoesNotMakeThemOne() {
        Case first = HOME.helper();
        Case second = HOME.helper().at(300).words("nhà sập, cần bạt").later(1);
        assertThat(between(first, second).level()).isNotEqualTo(Level.LIKELY);
    }

    @Test
    void aCommonNameFarAwayIsNobody() {
        assertThat(between(
                                HOME,
                                HOME.phone("f2")
                                        .at(9_000)
                                        .commune("19500")
                                        .words("")
                                        .later(30))
                        .level())
                .isNotEqualTo(Level.LIKELY);
        assertThat(between(
                                HOME,
                                HOME.phone("f2")
                                        .name("Trần Văn Bình")
                                        .at(9_000)
                                        .commune("19500")
                                        .words("")
                                        .later(90))
                        .level())
                .isEqualTo(Level.NONE);
    }

    @Test
    void namesAreComparedTheVietnameseWay() {
        assertThat(PersonName.likeness("Nguyễn Văn Hoà", "NGUYỄN VĂN HÒA")).isEqualTo(1);
        assertThat(PersonName.likeness("Nguyễn Văn Hoà", "nguyen van hoa")).isBetween(0.8, 0.95);
        assertThat(PersonName.likeness("Nguyễn Văn Hoà", "Nguyễn Văn Hoa")).isLessThan(0.5);
        assertThat(PersonName.likeness("Bà Nguyễn Thị Thu Hà", "Nguyễn Thu Hà")).isGreaterThan(0.7);
        assertThat(PersonName.likeness("Nguyễn Văn Tâm", "Nguyễn Văn Hà")).isZero();
        assertThat(PersonName.likeness("Hồ Văn Lợi", "Nguyễn Văn Lợi")).isLessThan(0.5);
        assertThat(PersonName.likeness("Lợi", "Nguyễn Văn Lợi")).isBetween(0.1, 0.5);
        assertThat(PersonName.likeness("", "Lợi")).isZero();
        assertThat(PersonName.likeness("Ông", "Ông")).isBetween(0.5, 1.0);
    }

    @Test
    void wordsAreComparedWithAndWithoutDiacritics() {
        assertThat(Wording.likeness("Nước ngập lên mái nhà, cần thuyền", "nuoc ngap len mai nha can thuyen"))
                .isEqualTo(1);
        assertThat(Wording.likeness("cần giúp đỡ", "cần giúp đỡ")).isZero();
        assertThat(Wording.likeness("nước ngập lên mái nhà rồi", "xin cho bà con thôn tôi ít gạo"))
                .isZero();
    }

    @Test
    void itIsTheSameWhicheverComesFirst() {
        for (int i = 0; i < 2_000; i++) {
            Case a = any();
            Case b = any();
            assertThat(between(a, b)).isEqualTo(between(b, a));
            assertThat(between(a, b).score()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void moreThatAgreesNeverLowersIt() {
        for (int i = 0; i < 2_000; i++) {
            Case a = any();
            Case b = any();
            Likeness before = between(a, b);
            agree(b, a.phone("same").own(), b.phone("same").own(), before, a);
            agree(b, a, b.place(a), before, a);
            agree(b, a, b.name(a.name()), before, a);
            agree(b, a, b.words(a.words()), before, a);
            agree(b, a, b.when(a.when()), before, a);
        }
    }

    private static void agree(Case b, Case a2, Case b2, Likeness before, Case a) {
        Likeness after = between(a2, b2);
        assertThat(after.score()).as("%s with %s, then %s", a, b, b2).isGreaterThanOrEqualTo(before.score() - 1e-12);
        assertThat(after.level()).isGreaterThanOrEqualTo(before.level());
    }

    @Test
    void theLessExactAPlaceIsTheLessItWeighs() {
        for (int i = 0; i < 2_000; i++) {
            Case a = any();
            Case b = any();
            double rough = b.accuracyM() + random.nextInt(3_000);
            assertThat(between(a, b.accuracy(rough)).score())
                    .isLessThanOrEqualTo(between(a, b).score() + 1e-12);
        }
        assertThat(between(HOME, HOME.phone("f2").name("").words("").accuracy(2_000))
                        .level())
                .isEqualTo(Level.NONE);
    }

    private static Likeness between(Case a, Case b) {
        return Likeness.between(a.described(), b.described());
    }

    private Case any() {
        Case made = HOME;
        for (UnaryOperator<Case> change : java.util.List.<UnaryOperator<Case>>of(
                c -> c.phone(random.nextBoolean() ? "f2" : null),
                c -> c.name(pick("", "Nguyễn Văn Tâm", "nguyen thi hoa", "Hoa", "Hoà")),
                c -> c.at(random.nextInt(4_000)),
                c -> c.accuracy(random.nextInt(2_000)),
                c -> c.words(
                        pick("", "cần gạo", "nuoc ngap len mai nha co ba nguoi", "xin cho nhà tôi ít thuốc và sữa")),
                c -> c.later(random.nextInt(200)),
                Case::helper,
                c -> c.when(null))) {
            made = random.nextBoolean() ? change.apply(made) : made;
        }
        return made;
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /** A description that is easy to vary. */
    private record Case(
            @Nullable String phone,
            boolean isOwn,
            LonLat place,
            double accuracyM,
            String commune,
            String hamlet,
            String name,
            String words,
            @Nullable Instant when) {
        Described described() {
            return new Described(phone, isOwn, place, accuracyM, commune, hamlet, name, words, when);
        }

        Case phone(@Nullable String other) {
            return new Case(other, isOwn, place, accuracyM, commune, hamlet, name, words, when);
        }

        Case helper() {
            return new Case(phone, false, place, accuracyM, commune, hamlet, name, words, when);
        }

        Case own() {
            return new Case(phone, true, place, accuracyM, commune, hamlet, name, words, when);
        }

        /** So many metres to the north of home. */
        Case at(int metres) {
            LonLat other = new LonLat(107.1, 16.8 + metres / 111_195.0);
            return new Case(phone, isOwn, other, accuracyM, commune, hamlet, name, words, when);
        }

        Case place(Case other) {
            return new Case(phone, isOwn, other.place, accuracyM, commune, hamlet, name, words, when);
        }

        Case accuracy(double metres) {
            return new Case(phone, isOwn, place, metres, commune, hamlet, name, words, when);
        }

        Case commune(String other) {
            return new Case(phone, isOwn, place, accuracyM, other, hamlet, name, words, when);
        }

        Case name(String other) {
            return new Case(phone, isOwn, place, accuracyM, commune, hamlet, other, words, when);
        }

        Case words(String other) {
            return new Case(phone, isOwn, place, accuracyM, commune, hamlet, name, other, when);
        }

        Case when(@Nullable Instant other) {
            return new Case(phone, isOwn, place, accuracyM, commune, hamlet, name, words, other);
        }

        Case later(int hours) {
            return when == null ? this : when(when.plus(Duration.ofHours(hours)));
        }
    }
}
