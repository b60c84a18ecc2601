package io.github.sessionstarter.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1.0, 1.0",
        "-1.5, -1.5",
        "0.1, 0.1",
        "123.456, 123.456",
        "1e15, 1000000000000000.0",
        "9007199254740992.0, 9007199254740992.0",
        "1e16, 1e+16",
        "1.5e16, 1.5e+16",
        "2e23, 2e+23",
        "1e22, 1e+22",
        "1e100, 1e+100",
        "0.0001, 0.0001",
        "0.00012, 0.00012",
        "0.00001, 1e-05",
        "0.000015, 1.5e-05",
        "1.5e-7, 1.5e-07",
        "4.9e-324, 5e-324",
        "9.9e-324, 1e-323",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "5.785107822430093e155, 5.785107822430093e+155",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity"
    })
    void writesAFloatAsPythonDoes(double value, String repr) {
        assertThat(PythonNumbers.repr(value)).isEqualTo(repr);
    }

    @Test
    void everyFloatReadsBackAsItself() {
        Random random = new Random(42);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            assertThat(Double.valueOf(PythonNumbers.repr(value))).isEqualTo(Double.valueOf(value));
        }
    }
}
