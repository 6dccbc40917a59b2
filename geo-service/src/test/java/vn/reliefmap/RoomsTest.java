package vn.reliefmap;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.reliefmap.kernel.OpenTo;

/** The rules of the house. A room may lean on the rooms before it in {@link #ROOMS}, never on one after it. */
@AnalyzeClasses(packages = "vn.reliefmap", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    /** The rooms in their order; those of later issues are named already. */
    static final List<String> ROOMS = List.of(
            "kernel",
            "geo",
            "store",
            "item",
            "ledger",
            "admin",
            "access",
            "photo",
            "disaster",
            "basemap",
            "flood",
            "passability",
            "routing",
            "household",
            "report",
            "need",
            "supply",
            "exposure",
            "cluster",
            "commitment",
            "plan",
            "delivery",
            "rescue",
            "message",
            "offer",
            "exchange",
            "live",
            "demo",
            "backup",
            "web");

    @ArchTest
    void aRoomLeansOnlyOnRoomsBeforeIt(JavaClasses house) {
        for (int i = 0; i < ROOMS.size(); i++) {
            String[] later = ROOMS.subList(i + 1, ROOMS.size()).stream()
                    .map(RoomsTest::all)
                    .toArray(String[]::new);
            if (later.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(all(ROOMS.get(i)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later)
                        .allowEmptyShould(true)
                        .because("rooms stand in an order (docs/architecture.md)")
                        .check(house);
            }
        }
    }

    @ArchTest
    void nobodyReachesBehindAnotherRoomsFrontDoor(JavaClasses house) {
        for (String room : ROOMS) {
            noClasses()
                    .that(not(resideInAPackage(all(room))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("vn.reliefmap." + room + ".internal..", "vn.reliefmap." + room + ".http..")
                    .check(house);
        }
    }

    @ArchTest
    void everyPackageIsARoomOrPartOfOne(JavaClasses house) {
        Set<String> strangers = house.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.matches(
                        "vn\\.reliefmap\\.(" + String.join("|", ROOMS) + ")(\\.(internal(\\.[a-z]+)?|http))?"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(strangers).isEmpty();
    }

    @ArchTest
    void everyPackageIsNullMarkedAndSaysWhatItIs(JavaClasses house) {
        Set<String> unmarked = house.stream()
                .map(JavaClass::getPackage)
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(p -> p.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked).isEmpty();
    }

    @ArchTest
    static final ArchRule GEOTOOLS_LIVES_IN_GEO =
            onlyIn(new String[] {"org.geotools..", "org.opengis..", "org.geotools.api.."}, "vn.reliefmap.geo..");

    @ArchTest
    static final ArchRule GRAPHHOPPER_LIVES_IN_ROUTING = noClasses()
            .that(not(resideInAnyPackage("vn.reliefmap.routing.internal..", "vn.reliefmap.basemap.internal..")))
            .should()
            .dependOnClassesThat(
                    resideInAPackage("com.graphhopper..").and(not(resideInAPackage("com.graphhopper.jsprit.."))))
            .because("a library has one owner");

    @ArchTest
    static final ArchRule JSPRIT_LIVES_IN_PLAN =
            onlyIn(new String[] {"com.graphhopper.jsprit.."}, "vn.reliefmap.plan.internal..");

    @ArchTest
    static final ArchRule THE_BASEMAP_USES_GRAPHHOPPER_TO_READ_FILES_ONLY = noClasses()
            .that()
            .resideInAPackage("vn.reliefmap.basemap..")
            .should()
            .dependOnClassesThat(resideInAPackage("com.graphhopper..")
                    .and(not(resideInAnyPackage(
                            "com.graphhopper.reader..", "com.graphhopper.util..", "com.graphhopper.coll.."))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule SQL_STANDS_BEHIND_THE_DOOR = noClasses()
            .that(not(resideInAnyPackage("vn.reliefmap.store..", "vn.reliefmap.web..", "..internal..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.postgresql..");

    @ArchTest
    static final ArchRule THE_KERNEL_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("vn.reliefmap.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "org.locationtech..");

    @ArchTest
    static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should()
            .beAnnotatedWith(OpenTo.class)
            .because("an endpoint that says nothing is closed");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_IS_SPECIAL = classes()
            .that()
            .resideInAPackage("vn.reliefmap..")
            .should()
            .haveNameNotMatching(".*(Impl|Manager|Helper|Utils?)$");

    private static String all(String room) {
        return "vn.reliefmap." + room + "..";
    }

    private static ArchRule onlyIn(String[] library, String... rooms) {
        return noClasses()
                .that(not(resideInAnyPackage(rooms)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .because("a library has one owner");
    }
}
