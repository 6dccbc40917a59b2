package vn.reliefmap.rescue;

import org.jspecify.annotations.Nullable;

/**
 * Sums for a display.
 *
 * @param withCoordinators open ones that a coordinator has to see to
 * @param oldestWaitingS age of the oldest open call that nobody holds, in seconds; null when there is none
 */
public record SosFigures(
        int waiting,
        int sent,
        int acknowledged,
        int onTheWay,
        int notFound,
        int reached,
        int falseAlarms,
        int withCoordinators,
        @Nullable Long oldestWaitingS,
        int crewsOnDuty,
        int crewsFree) {}
