package io.github.sessionstarter.serialization;

import java.util.Comparator;

/** Strings in the order of their code points, as Python sorts them; Java's own order is that of UTF-16 units. */
final class CodePointOrder implements Comparator<String> {

    static final CodePointOrder INSTANCE = new CodePointOrder();

    private CodePointOrder() {}

    @Override
    public int compare(String left, String right) {
        int end = Math.min(left.length(), right.length());
        int at = 0;
        while (at < end && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        if (at == end) {
            return Integer.compare(left.length(), right.length());
        }
        boolean insidePair = Character.isLowSurrogate(left.charAt(at)) || Character.isLowSurrogate(right.charAt(at));
        if (insidePair && at > 0 && Character.isHighSurrogate(left.charAt(at - 1))) {
            // they differ in the second half of a character, or in whether it has one
            at--;
        }
        return Integer.compare(left.codePointAt(at), right.codePointAt(at));
    }
}
