package io.github.sessionstarter.serialization;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Text as pickles hold it: Python's codecs {@code utf-8} with {@code surrogatepass}, and {@code raw-unicode-escape}. */
final class PythonText {

    private static final HexFormat HEX = HexFormat.of();

    private PythonText() {}

    /** UTF-8 in which a lone surrogate has three bytes like any other character. */
    static byte[] toUtf8(String text) {
        if (Utf8.canHold(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                bytes.write(0xe0 | c >> 12);
                bytes.write(0x80 | (c >> 6 & 0x3f));
                bytes.write(0x80 | (c & 0x3f));
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    static String ofUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                return out.flip().toString();
            }
            out.put(surrogate(in));
            decoder.reset();
        }
    }

    private static char surrogate(ByteBuffer in) {
        if (in.remaining() >= 3 && in.get() == (byte) 0xed) {
            int second = in.get() & 0xff;
            int third = in.get() & 0xff;
            if (second >= 0xa0 && second <= 0xbf && third >= 0x80 && third <= 0xbf) {
                return (char) (0xd000 | (second & 0x3f) << 6 | (third & 0x3f));
            }
        }
        throw new IllegalArgumentException("The text is no UTF-8");
    }

    /** Printable ASCII, everything else escaped; what ends a line or an escape begins with is escaped as well. */
    static String toRawUnicodeEscape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c >= ' ' && c <= '~' && c != '\\') {
                escaped.append((char) c);
            } else if (c < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                escaped.append("\\u").append(HEX.toHexDigits((char) c));
            } else {
                escaped.append("\\U").append(HEX.toHexDigits(c));
            }
        });
        return escaped.toString();
    }

    /** Latin-1 in which four hexadecimal digits behind {@code \}{@code u}, or eight behind {@code \U}, are a character. */
    static String ofRawUnicodeEscape(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at++);
            char kind = c == '\\' && at < raw.length() ? raw.charAt(at++) : 0;
            if (kind == 'u' || kind == 'U') {
                int end = at + (kind == 'u' ? 4 : 8);
                text.appendCodePoint(Integer.parseUnsignedInt(raw, at, end, 16));
                at = end;
            } else {
                text.append(c);
                if (c == '\\' && kind != 0) {
                    text.append(kind);
                }
            }
        }
        return text.toString();
    }
}
