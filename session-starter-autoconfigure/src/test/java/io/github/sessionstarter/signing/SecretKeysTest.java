package io.github.sessionstarter.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysTest {

    @Test
    void textIsUtf8() {
        assertThat(SecretKeys.parse("密钥")).isEqualTo("密钥".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64:-_8=", "base64:-_8", "base64:+/8=", "hex:fbff", "hex:FBFF"})
    void bytesAreWrittenAsBase64OrHex(String text) {
        assertThat(SecretKeys.parse(text)).containsExactly(0xfb, 0xff);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "base64:", "hex:", "base64:*precious*", "hex:precious", "hex:abc"})
    void whatIsNoKeyIsRefusedWithoutShowingIt(String text) {
        assertThatThrownBy(() -> SecretKeys.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("precious")
                .hasNoCause();
    }

    @Test
    void toStringShowsNoKey() {
        assertThat(SecretKeys.of("precious", List.of("jewel"))).hasToString("SecretKeys[2]");
    }
}
