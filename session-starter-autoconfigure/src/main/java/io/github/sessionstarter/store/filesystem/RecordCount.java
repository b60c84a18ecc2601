package io.github.sessionstarter.store.filesystem;

import io.github.sessionstarter.store.filesystem.RecordDirectory.FileRecord;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.OptionalInt;

/**
 * How many records there are, in the file in which cachelib keeps it: a pickled int. cachelib's peers rely on it to keep
 * their own threshold, and read it anew before every write. As they update it without a lock it may be wrong: good enough
 * to tell when to look.
 */
final class RecordCount {

    private final RecordDirectory directory;
    private final DirectoryLocks locks;

    RecordCount(RecordDirectory directory, DirectoryLocks locks) {
        this.directory = directory;
        this.locks = locks;
    }

    /** Counts anew where the file is missing or holds no number. */
    int get() throws IOException {
        FileRecord content = directory.read(directory.countFile());
        OptionalInt count = content == null ? OptionalInt.empty() : unpickle(content.value());
        return count.isPresent() ? count.getAsInt() : directory.files().size();
    }

    void recount() throws IOException {
        locks.hold("count", () -> {
            write(directory.files().size());
            return true;
        });
    }

    /** To be called after the record was made or deleted. */
    void add(int difference) throws IOException {
        locks.hold("count", () -> {
            FileRecord content = directory.read(directory.countFile());
            OptionalInt count = content == null ? OptionalInt.empty() : unpickle(content.value());
            write(
                    count.isPresent()
                            ? count.getAsInt() + difference
                            : directory.files().size());
            return true;
        });
    }

    private void write(int count) throws IOException {
        try {
            directory.write(directory.countFile(), new FileRecord(RecordDirectory.NEVER, pickle(count)));
        } catch (IOException e) {
            // the record itself is safe: without the file, whoever needs the number counts
            Files.deleteIfExists(directory.countFile());
        }
    }

    /** PROTO 2, BININT, STOP. */
    private static byte[] pickle(int count) {
        ByteBuffer pickle = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        return pickle.put((byte) 0x80)
                .put((byte) 2)
                .put((byte) 'J')
                .putInt(Math.max(count, 0))
                .put((byte) '.')
                .array();
    }

    /** An int as Python's protocols 2 to 5 write it; longer ones than four bytes are no count. */
    private static OptionalInt unpickle(byte[] bytes) {
        ByteBuffer pickle = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (pickle.get() != (byte) 0x80) {
                return OptionalInt.empty();
            }
            pickle.get(); // the protocol
            byte opcode = pickle.get();
            if (opcode == (byte) 0x95) { // FRAME and its length
                pickle.getLong();
                opcode = pickle.get();
            }
            return switch (opcode) {
                case 'K' -> OptionalInt.of(Byte.toUnsignedInt(pickle.get()));
                case 'M' -> OptionalInt.of(Short.toUnsignedInt(pickle.getShort()));
                case 'J' -> OptionalInt.of(pickle.getInt());
                default -> OptionalInt.empty();
            };
        } catch (BufferUnderflowException e) {
            return OptionalInt.empty();
        }
    }
}
