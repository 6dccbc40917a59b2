package vn.reliefmap.message.internal.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.NameFolding;

/** A message as a row of pieces: phrases, numbers, breaks, places, and words that nobody knows. */
final class Reading {
    /**
     * One piece.
     *
     * @param sense of a known phrase; null for everything else
     * @param number of a number or a numeral; null for everything else
     * @param written as it stood in the message
     * @param breaks true for a break
     */
    record Piece(@Nullable Sense sense, @Nullable Double number, String written, boolean breaks) {
        boolean is(Sense.Kind kind) {
            return sense != null && sense.kind() == kind;
        }

        boolean unknown() {
            return sense == null && number == null && !breaks;
        }
    }

    private static final List<String> NUMERALS =
            List.of("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi");

    private Reading() {}

    /** All pieces of the tokens, in order. */
    static List<Piece> pieces(List<Token> tokens, Vocabulary words) {
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            if (token.breaks()) {
                pieces.add(new Piece(null, null, token.raw(), true));
                i++;
            } else if (token.number()) {
                pieces.add(new Piece(null, NumberText.of(token.raw()), token.raw(), false));
                i++;
            } else {
                int end = phraseEnd(tokens, i, words);
                pieces.add(piece(tokens, i, end, words));
                i = end;
            }
        }
        return numerals(pieces);
    }

    /** Where the longest phrase from there ends; one word further when there is none. */
    private static int phraseEnd(List<Token> tokens, int from, Vocabulary words) {
        int most = from;
        while (most < tokens.size()
                && most - from < Vocabulary.LONGEST
                && tokens.get(most).word()) {
            most++;
        }
        for (int end = most; end > from; end--) {
            if (words.find(tokens, from, end) != null) {
                return end;
            }
        }
        for (int end = Math.min(most, from + 2); end > from; end--) {
            if (words.almost(tokens, from, end) != null) {
                return end;
            }
        }
        return from + 1;
    }

    private static Piece piece(List<Token> tokens, int from, int end, Vocabulary words) {
        Sense sense = words.find(tokens, from, end);
        return new Piece(
                sense == null ? words.almost(tokens, from, end) : sense, null, written(tokens, from, end), false);
    }

    static String written(List<Token> tokens, int from, int end) {
        return String.join(
                " ", tokens.subList(from, end).stream().map(Token::raw).toList());
    }

    /** "ba người" is three people; elsewhere "ba" and its like are words as any other. */
    private static List<Piece> numerals(List<Piece> pieces) {
        List<Piece> read = new ArrayList<>(pieces);
        for (int i = 0; i + 1 < read.size(); i++) {
            Piece next = read.get(i + 1);
            int numeral = numeral(NameFolding.fold(read.get(i).written()));
            if (numeral > 0
                    && (next.is(Sense.Kind.PEOPLE) || next.is(Sense.Kind.ADULTS) || next.is(Sense.Kind.VULNERABLE))) {
                read.set(i, new Piece(null, (double) numeral, read.get(i).written(), false));
            }
        }
        return read;
    }

    /** What a numeral stands for; 0 when it is none. */
    static int numeral(String folded) {
        return NUMERALS.indexOf(folded) + 1;
    }
}
