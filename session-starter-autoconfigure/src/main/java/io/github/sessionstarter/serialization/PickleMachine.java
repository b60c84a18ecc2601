package io.github.sessionstarter.serialization;

import io.github.sessionstarter.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a pickle (its opcodes: {@code pickletools.py}) as far as data go. What it makes is a graph: lists are ArrayLists,
 * dicts {@link PickledDict}s, what Python would call {@link PickledCall}s; parts may be shared, even contain themselves.
 * It never walks the graph, compares nor hashes any of it, so that time and memory stay in proportion to the bytes.
 */
final class PickleMachine {

    private static final int HIGHEST_PROTOCOL = 5;

    private final PickleInput input;
    private final PickleStack stack = new PickleStack();
    private final Map<Integer, @Nullable Object> memo = new HashMap<>();

    PickleMachine(byte[] bytes) {
        input = new PickleInput(bytes);
    }

    @Nullable
    Object run() {
        int opcode = input.unsignedByte();
        while (opcode != '.') {
            run(opcode);
            opcode = input.unsignedByte();
        }
        if (!input.isAtEnd()) {
            throw new IllegalArgumentException("There is more behind the pickle");
        }
        return stack.popLast();
    }

    private void run(int opcode) {
        switch (opcode) {
            case 0x80 -> checkProtocol(input.unsignedByte());
            // a frame's length is a hint for readers of streams
            case 0x95 -> input.longLength();
            case '(' -> stack.mark();
            case 'N' -> stack.push(null);
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            case 'I' -> stack.push(integerOrBoolean(input.asciiLine()));
            case 'J' -> stack.push(input.signedInt());
            case 'K' -> stack.push(input.unsignedByte());
            case 'M' -> stack.push(input.unsignedShort());
            case 'L' -> stack.push(longInteger(input.asciiLine()));
            case 0x8a -> stack.push(input.integer(input.unsignedByte()));
            case 0x8b -> stack.push(input.integer(input.shortLength()));
            case 'F' -> stack.push(input.floatLine());
            case 'G' -> stack.push(input.bigEndianDouble());
            case 'V' -> stack.push(PythonText.ofRawUnicodeEscape(input.line()));
            case 0x8c -> stack.push(input.text(input.unsignedByte()));
            case 'X' -> stack.push(input.text(input.shortLength()));
            case 0x8d -> stack.push(input.text(input.longLength()));
            case 'C' -> stack.push(input.bytes(input.unsignedByte()));
            case 'B' -> stack.push(input.bytes(input.shortLength()));
            case 0x8e, 0x96 -> stack.push(input.bytes(input.longLength()));
            default -> runOnStack(opcode);
        }
    }

    private void runOnStack(int opcode) {
        switch (opcode) {
            case ']' -> stack.push(new ArrayList<>());
            case 'l' -> stack.push(stack.popToMark());
            case 'a' -> {
                Object element = stack.pop();
                list().add(element);
            }
            case 'e' -> {
                List<@Nullable Object> elements = stack.popToMark();
                list().addAll(elements);
            }
            case ')' -> stack.push(Tuple.of());
            case 't' -> stack.push(Tuple.copyOf(stack.popToMark()));
            case 0x85, 0x86, 0x87 -> stack.push(Tuple.copyOf(stack.pop(opcode - 0x84)));
            case '}' -> stack.push(new PickledDict(new ArrayList<>()));
            case 'd' -> stack.push(new PickledDict(pairs(stack.popToMark())));
            case 's' -> {
                List<@Nullable Object> item = stack.pop(2);
                items().addAll(item);
            }
            case 'u' -> {
                List<@Nullable Object> items = pairs(stack.popToMark());
                items().addAll(items);
            }
            case 0x8f -> stack.push(new PickledCall(PickleName.SET, Tuple.of(new ArrayList<>())));
            case 0x90 -> {
                List<@Nullable Object> elements = stack.popToMark();
                set().addAll(elements);
            }
            case 0x91 -> stack.push(new PickledCall(PickleName.FROZENSET, Tuple.of(stack.popToMark())));
            default -> runOnNamesAndMemo(opcode);
        }
    }

    private void runOnNamesAndMemo(int opcode) {
        switch (opcode) {
            case 'c' -> stack.push(PickleName.of(input.asciiLine(), input.asciiLine()));
            case 0x93 -> {
                List<@Nullable Object> names = stack.pop(2);
                stack.push(PickleName.of(as(String.class, names.get(0)), as(String.class, names.get(1))));
            }
            case 'R', 0x81 -> {
                Tuple arguments = as(Tuple.class, stack.pop());
                stack.push(new PickledCall(as(PickleName.class, stack.pop()), arguments));
            }
            case 'b' -> {
                PickledDict state = as(PickledDict.class, stack.pop());
                setState(as(PickledCall.class, stack.top()), state);
            }
            case 'p' -> memoize(input.integer(input.asciiLine()).intValue());
            case 'q' -> memoize(input.unsignedByte());
            case 'r' -> memoize(input.shortLength());
            case 0x94 -> memoize(memo.size());
            case 'g' -> stack.push(memoized(input.integer(input.asciiLine()).intValue()));
            case 'h' -> stack.push(memoized(input.unsignedByte()));
            case 'j' -> stack.push(memoized(input.shortLength()));
            // persistent ids, extensions, instances, buffers outside the pickle, Python 2's strings
            default -> throw new IllegalArgumentException("The pickle has an opcode that no session needs");
        }
    }

    private static void checkProtocol(int protocol) {
        if (protocol > HIGHEST_PROTOCOL) {
            throw new IllegalArgumentException("The pickle is of a protocol later than " + HIGHEST_PROTOCOL);
        }
    }

    /** Protocols 0 and 1 write True and False as integers with a leading zero. */
    private Object integerOrBoolean(String text) {
        return switch (text) {
            case "01" -> true;
            case "00" -> false;
            default -> input.integer(text);
        };
    }

    private Number longInteger(String text) {
        return input.integer(text.endsWith("L") ? text.substring(0, text.length() - 1) : text);
    }

    @SuppressWarnings("unchecked")
    private List<@Nullable Object> list() {
        return as(ArrayList.class, stack.top());
    }

    private List<@Nullable Object> items() {
        Object top = stack.top();
        if (top instanceof PickledCall call && call.name == PickleName.ORDERED_DICT) {
            return call.items;
        }
        return as(PickledDict.class, top).items();
    }

    @SuppressWarnings("unchecked")
    private List<@Nullable Object> set() {
        PickledCall call = as(PickledCall.class, stack.top());
        if (call.name != PickleName.SET || call.arguments.size() != 1) {
            throw misfit();
        }
        return as(ArrayList.class, call.argument(0));
    }

    private static void setState(PickledCall call, PickledDict state) {
        boolean uuid = call.name == PickleName.UUID || call.name == PickleName.RECONSTRUCTOR;
        if (!uuid || call.state != null) {
            throw misfit();
        }
        call.state = state;
    }

    private void memoize(int index) {
        // the pickler counts from zero; an index beyond the bytes is none of its own
        if (index < 0 || index > input.size()) {
            throw new IllegalArgumentException("The pickle's memo is too large");
        }
        memo.put(index, stack.top());
    }

    private @Nullable Object memoized(int index) {
        if (!memo.containsKey(index)) {
            throw new IllegalArgumentException("The pickle's memo has no such entry");
        }
        return memo.get(index);
    }

    private static List<@Nullable Object> pairs(List<@Nullable Object> items) {
        if (items.size() % 2 != 0) {
            throw misfit();
        }
        return items;
    }

    private static <T> T as(Class<T> type, @Nullable Object value) {
        if (!type.isInstance(value)) {
            throw misfit();
        }
        return type.cast(value);
    }

    private static IllegalArgumentException misfit() {
        return new IllegalArgumentException("An opcode of the pickle does not fit its stack");
    }
}
