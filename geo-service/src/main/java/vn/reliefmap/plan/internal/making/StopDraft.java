package vn.reliefmap.plan.internal.making;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Skill;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.PlannedTour.Call;

/**
 * A place where a vehicle hands over, and the homes it is for.
 *
 * @param name S1, S2 … as people call it, kept from plan to plan; S1Y is at the same place for what needs a skill
 * @param members places of the demand that is planned
 * @param walkM to the farthest home
 * @param cannotWade homes that people on foot cannot reach from there
 * @param kind why it became a stop
 * @param skill of those who hand over; null for what anybody may hand over
 */
record StopDraft(
        String name,
        LonLat place,
        List<Integer> members,
        double walkM,
        int cannotWade,
        Kind kind,
        @Nullable Skill skill) {
    /** Has no name yet. */
    static final String NEW = "";

    StopDraft(LonLat place, List<Integer> members, double walkM, int cannotWade, Kind kind) {
        this(NEW, place, members, walkM, cannotWade, kind, null);
    }

    /** @param home the name without the letter of a skill */
    StopDraft named(String home) {
        return new StopDraft(name(home, skill), place, members, walkM, cannotWade, kind, skill);
    }

    /** The part of it that asks for a skill, or for none. */
    StopDraft part(@Nullable Skill asked, List<Integer> some, Kind why) {
        return new StopDraft(name(homeName(), asked), place, some, walkM, cannotWade, why, asked);
    }

    /** The stop that homes belong to, whatever skill their needs ask for. */
    String homeName() {
        return homeName(name);
    }

    static String homeName(String name) {
        return Call.homeStop(name);
    }

    static String name(String home, @Nullable Skill skill) {
        return skill == null ? home : home + skill.letter();
    }

    /** What of a load is handed over here, by the skill that each item asks for. */
    Load of(PlanParts parts, Load whole) {
        Load mine = whole;
        for (int item = 0; item < whole.goods(); item++) {
            if (parts.items().get(item).needsSkill() != skill) {
                mine = mine.with(item, 0);
            }
        }
        return mine;
    }

    enum Kind {
        /** On a road that wheels of the plan reach, at the start at least. */
        ROAD,
        /** Behind water for all wheels. */
        CUT_OFF,
        /** No road near. */
        FAR_FROM_ROAD,
        /** A team under way goes there; nothing else is to be brought. */
        UNDER_WAY
    }
}
