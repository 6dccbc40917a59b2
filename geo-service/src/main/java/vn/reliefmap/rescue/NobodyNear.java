package vn.reliefmap.rescue;

import org.jspecify.annotations.Nullable;

/**
 * Why no crew of a class was sent.
 *
 * @param vehicle word of the class; null when it is true of all
 * @param onDuty crews of the class on duty
 * @param reason word of the program
 * @param vi in Vietnamese; at most the name of a closed road is in it
 * @param en the same in English
 */
public record NobodyNear(@Nullable String vehicle, int onDuty, String reason, String vi, String en) {}
