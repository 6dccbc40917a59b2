package vn.reliefmap.message.internal.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.reliefmap.kernel.NameFolding;

/**
 * One word, number or break of a message.
 *
 * @param raw as written
 * @param folded without diacritics, in small letters; empty for a break
 * @param accented true when it was written with diacritics
 */
record Token(Kind kind, String raw, String folded, boolean accented) {
    enum Kind {
        WORD,
        NUMBER,
        BREAK
    }

    // Digits and letters part by themselves: "5nguoi" is two tokens.
    private static final Pattern PARTS =
            Pattern.compile("[0-9]+(?:[.,][0-9]+)*|[\\p{L}\\p{M}]+|[.,;:!?\\n/()+&]", Pattern.UNICODE_CASE);
    private static final String BREAKS = ".,;:!?\n/()+&";
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern NOISE = Pattern.compile("[\\p{Cc}&&[^\\n]]");
    private static final Pattern SPELLED_SOS = Pattern.compile("(?i)\\bs[.\\-]\\s?o[.\\-]\\s?s\\b\\.?|\\x{1F198}");
    /** A hamlet's word that hangs on its name; no syllable is as long. */
    private static final Pattern GLUED_HAMLET = Pattern.compile("(?i)(th[ôo]n|x[óo]m)(\\p{L}{4,})");

    static List<Token> of(String text, int most) {
        List<Token> tokens = new ArrayList<>();
        String whole =
                NOISE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
        Matcher parts = PARTS.matcher(SPELLED_SOS.matcher(whole).replaceAll(" SOS "));
        while (parts.find() && tokens.size() < most) {
            String part = parts.group();
            char first = part.charAt(0);
            if (first >= '0' && first <= '9') {
                tokens.add(new Token(Kind.NUMBER, part, part, false));
            } else if (Character.isLetter(first)) {
                for (String word : CAMEL.split(part)) {
                    words(word, tokens);
                }
            } else if (BREAKS.indexOf(first) >= 0) {
                tokens.add(new Token(Kind.BREAK, part, "", false));
            }
        }
        return tokens;
    }

    private static void words(String word, List<Token> tokens) {
        Matcher glued = GLUED_HAMLET.matcher(word);
        if (glued.matches()) {
            word(glued.group(1), tokens);
            word(glued.group(2), tokens);
        } else {
            word(word, tokens);
        }
    }

    private static void word(String word, List<Token> tokens) {
        String folded = NameFolding.fold(word);
        if (!folded.isEmpty()) {
            tokens.add(new Token(Kind.WORD, word, folded, !folded.equalsIgnoreCase(word)));
        }
    }

    /**
     * What the word is without diacritics, if it was typed for a keyboard that would have made them of letters (Telex) and did
     * not: "nuowcs" is "nước". The folded word for all others.
     */
    String telex() {
        if (accented || kind != Kind.WORD) {
            return folded;
        }
        String bare = folded.replace("w", "")
                .replace("dd", "d")
                .replace("aa", "a")
                .replace("ee", "e")
                .replace("oo", "o");
        // Tones, behind their vowel or at the end: no Vietnamese syllable has these letters there.
        return bare.replaceAll("(?<=[aeiouy])[sfrxj]|(?<=[a-z]{2})[sfrxj]+$", "");
    }

    boolean word() {
        return kind == Kind.WORD;
    }

    boolean number() {
        return kind == Kind.NUMBER;
    }

    boolean breaks() {
        return kind == Kind.BREAK;
    }
}
