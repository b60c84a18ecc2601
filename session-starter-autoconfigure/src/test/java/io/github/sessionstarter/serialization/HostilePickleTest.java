package io.github.sessionstarter.serialization;

import static io.github.sessionstarter.serialization.Hostile.MANY;
import static io.github.sessionstarter.serialization.Hostile.assertNoError;
import static io.github.sessionstarter.serialization.Hostile.assertRefused;
import static io.github.sessionstarter.serialization.Hostile.latin1;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles that would call, share without end or contain themselves. */
@Timeout(60)
class HostilePickleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cos\nsystem\n(Vtrue\ntR.",
                "(dVv\ncos\nsystem\n(Vtrue\ntRs.",
                "\u0080\u0002cbuiltins\neval\n(V1\ntR.",
                "\u0080\u0004\u008c\nsubprocess\u008c\u0005Popen\u0093\u008c\u0004true\u0085R.",
                "c__builtin__\ngetattr\n(c__builtin__\nstr\nVjoin\ntR.",
                "\u0080\u0002cdatetime\ndatetime.now\n)R.",
                "\u0080\u0004\u008c\u0007copyreg\u008c\u000f_reconstructor.__globals__\u0093.",
            })
    void aNameThatIsNoValuesIsRefused(String pickle) {
        assertRefused(pickle);
    }

    @Test
    void theErrorSaysWhichNameItWas() {
        Pickle pickle = new Pickle(Pickle.Protocol.BINARY);

        assertThatThrownBy(() -> pickle.read(latin1("cos\nsystem\n(Vsecret\ntR.")))
                .hasMessageContaining("os.system")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> pickle.read(latin1("cos\nsys\u0007tem\n(Vsecret\ntR.")))
                .hasMessageContaining("unprintable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // instances, persistent ids, extensions, buffers, arbitrary attributes, Python 2's strings
                "(ios\nsystem\n.",
                "(cbuiltins\nset\no.",
                "(dVv\nP1\ns.",
                "(dVv\nV1\nQs.",
                "\u0080\u0002}Vv\n\u0082\u0001s.",
                "\u0080\u0005}Vv\n\u0097s.",
                "\u0080\u0002}Vv\nccollections\nOrderedDict\n)R}Va\nI1\nsbs.",
                "(dVv\nS'a'\ns.",
                // a class as a value, a call of what only reconstruction needs
                "(dVv\ncdatetime\ndate\ns.",
                "(dVv\ncbuiltins\nobject\n)Rs.",
                "(dVv\ncbuiltins\nset\n(I1\ntRs.",
                "(dVv\ncdatetime\ndate\n(Vabcd\ntRs.",
                "(dVv\nc_codecs\nencode\n(Va\nVrot13\ntRs.",
                "(dVv\nccopyreg\n_reconstructor\n(cuuid\nUUID\ncbuiltins\nobject\nNtRs.",
                // no map, no string for a key, more than one value, nothing
                "(lI1\na.",
                "(dI1\nI2\ns.",
                "(d(d.",
                "}}.",
                "(.",
                "(t.",
                "(d.more",
                "}Vv\nI1\nu.",
                "(Vv\nd.",
                "}g1\n.",
                "}p-1\n.",
                "}p4294967295\n.",
                "(dVv\nI1x\ns.",
                "(dVv\nF0x1p3\ns.",
                "(dVv\nV\\u00\ns.",
                "(dVv\nV\\U00110000\ns.",
                "\u0080\u0006}.",
            })
    void aPickleThatNoSessionNeedsIsRefused(String pickle) {
        assertRefused(pickle);
    }

    @Test
    void whatContainsItselfIsRefused() {
        assertRefused("(dp0\nVv\ng0\ns.");
        assertRefused("(dVv\n(lp0\ng0\nas.");
        assertRefused("(dVv\n(lp0\n(g0\ntas.");
    }

    @Test
    void aMemoBombIsRefused() {
        StringBuilder lists = new StringBuilder("(lp0\n");
        StringBuilder dicts = new StringBuilder("(dp0\n");
        StringBuilder tuples = new StringBuilder("(tp0\n");
        for (int i = 1; i < 100; i++) {
            String before = "g" + (i - 1) + "\n";
            lists.append("(").append(before.repeat(10)).append("lp").append(i).append("\n");
            dicts.append("(Va\n")
                    .append(before)
                    .append("Vb\n")
                    .append(before)
                    .append("dp")
                    .append(i)
                    .append("\n");
            tuples.append("(").append(before.repeat(10)).append("tp").append(i).append("\n");
        }

        assertRefused("(dVv\n(" + lists + "ls.");
        assertRefused("(dVv\n(" + dicts + "ls.");
        assertRefused("(dVv\n(" + tuples + "ls.");
    }

    @Test
    void longTextsThatAreSharedDoNotMultiply() {
        String text = "a".repeat(MANY);
        String encoded = "c_codecs\nencode\n(h\u0000Vlatin1\ntR";

        assertRefused("(dVv\n(V" + text + "\nq\u0000" + "h\u0000".repeat(MANY) + "ls.");
        assertRefused("(dVv\n(V" + text + "\nq\u0000" + encoded.repeat(10_000) + "ls.");
    }

    @Test
    void aStateThatManyUuidsShareDoesNotMultiply() {
        String state = "(" + "NN".repeat(100_000) + "X\u0003\u0000\u0000\u0000intK\u0001dq\u0000b";
        String shared = "h\u0001)Rh\u0000b";

        assertRefused("(dVv\n(" + "cuuid\nUUID\nq\u0001)R" + state + shared.repeat(100_000) + "ls.");
    }

    @Test
    void randomOpcodesRaiseNothingWorseThanAnException() {
        Random random = new Random(42);
        String opcodes = "((((N]]l}}d))tttasue.\u0085\u0086\u0087\u0081\u0088\u008f\u0090\u0091\u0094RRb";
        String[] longer = {
            "Va\n",
            "I1\n",
            "q\u0000",
            "h\u0000",
            "q\u0001",
            "h\u0001",
            "Vlatin1\n",
            "cbuiltins\nset\n",
            "cbuiltins\nfrozenset\n",
            "c_codecs\nencode\n",
            "cuuid\nUUID\n",
            "ccollections\nOrderedDict\n",
            "cdatetime\ntimedelta\n",
            "cdatetime\ntimezone\n",
            "cmarkupsafe\nMarkup\n"
        };
        for (int i = 0; i < MANY; i++) {
            StringBuilder pickle = new StringBuilder("(Vv\n");
            for (int n = random.nextInt(40); n > 0; n--) {
                boolean isLonger = random.nextBoolean();
                pickle.append(
                        isLonger
                                ? longer[random.nextInt(longer.length)]
                                : String.valueOf(opcodes.charAt(random.nextInt(opcodes.length()))));
            }

            assertNoError(latin1(pickle + "d."));
        }
    }
}
