package io.github.sessionstarter.serialization;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as UTF-8, which has no surrogates (RFC 3629, section 3); nothing is replaced by question marks. */
final class Utf8 {

    private Utf8() {}

    static boolean canHold(String text) {
        // a pair is one code point, so what is left of surrogates is alone
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    static CharBuffer decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The text is no UTF-8");
        }
    }
}
