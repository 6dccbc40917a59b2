package vn.reliefmap.item;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a team must be able to do to hand over certain items. */
public enum Skill {
    /** Somebody with medical training. */
    MEDIC("đội y tế", "medical team", "Y");

    /** The words of all, for messages. */
    public static final String WORDS = Arrays.stream(values()).map(Skill::word).collect(Collectors.joining(", "));

    private final String teamVi;
    private final String teamEn;
    private final String letter;

    Skill(String teamVi, String teamEn, String letter) {
        this.teamVi = teamVi;
        this.teamEn = teamEn;
        this.letter = letter;
    }

    /** As lists and answers name it, for example {@code medic}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is no such skill. */
    public static Optional<Skill> find(String word) {
        return Arrays.stream(values())
                .filter(skill -> skill.word().equals(word))
                .findFirst();
    }

    /** Those who have it, in the middle of a sentence, in Vietnamese. */
    public String teamVi() {
        return teamVi;
    }

    /** The same in English, without an article. */
    public String teamEn() {
        return teamEn;
    }

    /** Marks the stops that ask for it: S3Y is at the place of S3. */
    public String letter() {
        return letter;
    }
}
