package vn.reliefmap.report.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Rights;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.admin.Hamlet;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.household.Household;
import vn.reliefmap.household.Households;
import vn.reliefmap.household.Households.Contact;
import vn.reliefmap.household.LegalBasis;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.DecisionOrder.Home;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.Likeness.Level;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportCase.Candidate;
import vn.reliefmap.report.ReportConfirmed;
import vn.reliefmap.report.ReportHolds;
import vn.reliefmap.report.ReportState;
import vn.reliefmap.report.Verification;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Ties a confirmed report to its household, which is there or is made from it, and loosens it again. */
@Component
class ConfirmedHomes {
    private final ReportTable reports;
    private final TaskTable tasks;
    private final Lookalikes lookalikes;
    private final Households households;
    private final AdminUnits units;
    private final Hamlets hamlets;
    private final Changes changes;
    private final ApplicationEventPublisher events;

    ConfirmedHomes(
            ReportTable reports,
            TaskTable tasks,
            Lookalikes lookalikes,
            Households households,
            AdminUnits units,
            Hamlets hamlets,
            Changes changes,
            ApplicationEventPublisher events) {
        this.reports = reports;
        this.tasks = tasks;
        this.lookalikes = lookalikes;
        this.households = households;
        this.units = units;
        this.hamlets = hamlets;
        this.changes = changes;
        this.events = events;
    }

    /** The household of a report that is being confirmed; changes nothing but the household. */
    Household householdOf(Report report, Rights rights, @Nullable String unit, Home home) {
        if (home.existing() != null) {
            return existing(report, rights, home.existing());
        }
        if (!home.another()) {
            List<Candidate> alike = lookalikes.of(report, rights).stream()
                    .filter(candidate ->
                            candidate.likeness().level() == Level.LIKELY && candidate.state() != ReportState.REJECTED)
                    .toList();
            if (!alike.isEmpty()) {
                throw DecisionProblem.looksAlike(alike);
            }
        }
        changes.announce(Topic.HOUSEHOLDS);
        return households.put(ref(report), made(report, rights, unit, home), contact(report), basis(report));
    }

    private Household existing(Report report, Rights rights, HouseholdId id) {
        return households
                .find(id)
                .filter(household -> household.simulated() == report.simulated())
                .filter(household -> rights.mayVerify(household.unit()))
                .filter(Household::standing)
                .orElseThrow(() -> Problem.notFound(
                                "HOUSEHOLD_NOT_FOUND",
                                "household",
                                "Không có hộ này trong đơn vị của bạn.",
                                "There is no such household in the units you serve.")
                        .asException());
    }

    private Household made(Report report, Rights rights, @Nullable String unit, Home home) {
        int people = home.people() == null ? report.people() : home.people();
        int vulnerable = home.vulnerablePeople() == null
                ? Math.min(report.vulnerablePeople(), Math.max(people, 0))
                : home.vulnerablePeople();
        DecisionForm.people(people, vulnerable);
        LonLat given = home.place();
        Optional<LonLat> known = Optional.ofNullable(given).or(report.place()::at);
        String commune = known.flatMap(units::unitOf)
                .map(AdminUnit::code)
                .or(report.place()::adminCode)
                .orElse(null);
        if (given != null && !within(commune, report, rights, unit)) {
            throw DecisionProblem.otherUnit("place");
        }
        LonLat place = known.or(() -> Optional.ofNullable(commune)
                        .flatMap(units::find)
                        .flatMap(unitFound -> Optional.ofNullable(unitFound.centre())))
                .filter(LonLat::inVietnam)
                .orElseThrow(() -> DecisionProblem.bad(
                        "PLACE_UNKNOWN",
                        "place",
                        LonLat.EXPECTED,
                        "Hãy ghi vị trí của hộ; phản ánh không nói rõ.",
                        "Say where the household stands; the report does not."));
        boolean approximate =
                given == null && (known.isEmpty() || report.place().approximate());
        String hamlet = commune == null || report.place().hamlet().isEmpty()
                ? null
                : hamlets.find(commune, report.place().hamlet())
                        .map(Hamlet::code)
                        .orElse(null);
        return new Household(
                new HouseholdId(new UUID(0, 0)),
                report.simulated(),
                people,
                vulnerable,
                commune,
                hamlet,
                place,
                approximate,
                true);
    }

    /** A place is the officer's to give in the units that the officer serves, in the unit that decides, and where it was reported. */
    private static boolean within(@Nullable String commune, Report report, Rights rights, @Nullable String unit) {
        return commune == null
                || rights.mayVerify(commune)
                || (unit != null && unit.startsWith(commune + "."))
                || report.place().adminCode().filter(commune::equals).isPresent();
    }

    private static LegalBasis basis(Report report) {
        return report.onBehalf() || report.kind() == Kind.SOS ? LegalBasis.PROTECT_LIFE : LegalBasis.CONSENT;
    }

    /** Whoever reports for others gives the own number, not the household's. */
    private Contact contact(Report report) {
        return report.onBehalf()
                ? Contact.NONE
                : reports.sender(report.id())
                        .map(sender -> new Contact(sender.name(), sender.phone()))
                        .orElse(Contact.NONE);
    }

    private static String ref(Report report) {
        return "report:" + report.id();
    }

    /** Tells those who listen that it holds. A cry for help asks for nothing that could be delivered later. */
    void confirmed(Report report, Household household, Home home, Verification decided) {
        List<Asked> lines =
                home.lines() != null ? home.lines() : report.kind() == Kind.NEED ? report.asked() : List.of();
        String urgency = home.urgency() != null
                ? home.urgency()
                : report.vulnerablePeople() > 0 || household.vulnerablePeople() > 0 ? "high" : "normal";
        events.publishEvent(new ReportConfirmed(
                report.id(),
                report.disaster(),
                household.id(),
                home.people() == null ? household.people() : home.people(),
                lines,
                urgency,
                home.deadline(),
                decided.by(),
                decided.at()));
    }

    /** The confirmation does not hold any more, or holds again; a household that only this report spoke of goes with it. */
    void holds(Report report, HouseholdId household, boolean holds) {
        HouseholdId own = new HouseholdId(
                UUID.nameUUIDFromBytes(("household:" + ref(report)).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        if (own.equals(household) && tasks.others(household, report.id()).isEmpty()) {
            households.stand(household, holds);
            changes.announce(Topic.HOUSEHOLDS);
        }
        events.publishEvent(new ReportHolds(report.id(), report.disaster(), household, holds));
    }
}
