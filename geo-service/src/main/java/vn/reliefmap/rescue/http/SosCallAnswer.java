package vn.reliefmap.rescue.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.rescue.NobodyNear;
import vn.reliefmap.rescue.SosCall;
import vn.reliefmap.rescue.SosPlace;
import vn.reliefmap.rescue.SosStep;

/**
 * A cry for help without the house.
 *
 * @param approximate only the commune is known; its centre stands for the place
 * @param people 0 when nobody said
 * @param arrivalS seconds until the crew is there, reckoned when it was asked
 * @param answerBy when the call goes to the next crew if this one is silent
 * @param coordinatorsSince since when a coordinator has to see to it
 * @param why why nobody was sent; for coordinators
 */
record SosCallAnswer(
        UUID id,
        UUID disaster,
        boolean simulated,
        String state,
        @Nullable String commune,
        @Nullable String communeName,
        boolean approximate,
        boolean placed,
        int people,
        int vulnerablePeople,
        int reports,
        @Nullable UUID crew,
        @Nullable Integer arrivalS,
        @Nullable Instant answerBy,
        @Nullable Instant coordinatorsSince,
        List<NobodyNear> why,
        Instant openedAt,
        @Nullable Instant endedAt) {
    static SosCallAnswer of(SosCall call, AdminUnits communes, boolean forCoordinators) {
        String commune = call.commune();
        return new SosCallAnswer(
                call.id(),
                call.disaster().value(),
                call.simulated(),
                call.state().word(),
                commune,
                commune == null
                        ? null
                        : communes.find(commune).map(unit -> unit.fullName()).orElse(null),
                call.approximate(),
                call.placed(),
                call.people(),
                call.vulnerablePeople(),
                call.reports(),
                call.crew(),
                call.arrivalS(),
                call.state().word().equals("sent") ? call.dueAt() : null,
                call.coordinatorsSince(),
                forCoordinators ? call.why() : List.of(),
                call.openedAt(),
                call.endedAt());
    }

    /** @param next always null: at most the first 500 */
    record CallList(List<SosCallAnswer> items, @Nullable String next) {}

    /** @param steps all that happened, for coordinators */
    record WithSteps(SosCallAnswer call, List<StepAnswer> steps) {
        static WithSteps of(SosCallAnswer call, List<SosStep> steps) {
            return new WithSteps(call, steps.stream().map(StepAnswer::of).toList());
        }
    }

    record StepAnswer(
            String step,
            @Nullable UUID crew,
            @Nullable UUID account,
            @Nullable String reason,
            Instant at) {
        static StepAnswer of(SosStep step) {
            return new StepAnswer(step.word(), step.crew(), step.account(), step.reason(), step.at());
        }
    }

    /**
     * @param at longitude first; of an approximate place the centre of the commune; null when nobody knows it
     * @param words how to find it
     * @param said what the caller says
     */
    record PlaceAnswer(
            @Nullable List<Double> at,
            boolean approximate,
            @Nullable Double accuracyM,
            @Nullable String commune,
            String hamlet,
            String words,
            String said,
            String name,
            String phone) {
        static PlaceAnswer of(SosPlace place) {
            LonLat at = place.at();
            return new PlaceAnswer(
                    at == null ? null : List.of(at.lon(), at.lat()),
                    place.approximate(),
                    place.accuracyM(),
                    place.commune(),
                    place.hamlet(),
                    place.words(),
                    place.said(),
                    place.name(),
                    place.phone());
        }
    }
}
