package io.github.sessionstarter.serialization;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as UTF-8, which has no surrogates (RFC 3629, section 3); nothing is replaced by question marks. */
final class Utf8 {

    private Utf8() {}

    static boolean canHold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return pairs(text);
            }
        }
        return true;
    }

    private static boolean pairs(String text) {
        // a pair is one code point, so what is left of surrogates is alone
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** The text as it is held by a String. */
    static String string(byte[] bytes) {
        return isAscii(bytes)
                ? new String(bytes, StandardCharsets.ISO_8859_1)
                : decode(bytes).toString();
    }

    /** The text as a parser of characters wants it. */
    static CharBuffer decode(byte[] bytes) {
        if (isAscii(bytes)) {
            char[] characters = new char[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                characters[i] = (char) bytes[i];
            }
            return CharBuffer.wrap(characters);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The text is no UTF-8");
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
