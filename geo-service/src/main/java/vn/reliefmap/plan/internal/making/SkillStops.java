package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.Skill;

/** Parts stops by the skill that their items ask for, so that rice does not wait for the medic. */
final class SkillStops {
    private final PlanParts parts;

    SkillStops(PlanParts parts) {
        this.parts = parts;
    }

    /** The part that anybody may serve comes first, then those that ask for a skill; a part that nobody needs is left off. */
    List<StopDraft> of(StopDraft stop) {
        List<StopDraft> all = new ArrayList<>();
        add(all, stop, null);
        for (Skill skill : Skill.values()) {
            add(all, stop, skill);
        }
        return all;
    }

    private void add(List<StopDraft> all, StopDraft stop, @Nullable Skill skill) {
        StopDraft part = stop.part(skill, stop.members(), stop.kind());
        List<Integer> some = stop.members().stream()
                .filter(member ->
                        !part.of(parts, Shares.wanted(parts, List.of(member))).isNothing())
                .toList();
        if (!some.isEmpty()) {
            all.add(stop.part(skill, some, stop.kind()));
        } else if (comesTo(part.name())) {
            all.add(stop.part(skill, List.of(), StopDraft.Kind.UNDER_WAY));
        }
    }

    private boolean comesTo(String name) {
        return parts.begun().day().toCome().stream()
                .anyMatch(call -> call.landing() == null && call.stop().equals(name));
    }
}
