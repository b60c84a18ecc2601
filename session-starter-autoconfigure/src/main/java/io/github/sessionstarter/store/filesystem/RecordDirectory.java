package io.github.sessionstarter.store.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A directory of records as cachelib lays them out ({@code cachelib/file.py}): a file's name is its key's MD5 in hex, so
 * that no key can name anything else; its first four bytes are the second of its expiry, and the rest is the value.
 */
final class RecordDirectory {

    /** An expiry that never comes. */
    static final long NEVER = 0;

    /** The last second that fits four bytes, in the year 2106. */
    static final long LAST_SECOND = 0xFFFF_FFFFL;

    /** cachelib passes over names that end so; whatever else lies there it counts as a record, and deletes in time. */
    private static final String TEMPORARY = ".__wz_cache";

    /** cachelib's count of the records is a record under this key. */
    private static final String COUNT_KEY = "__wz_cache_count";

    private static final Pattern RECORD_NAME = Pattern.compile("[0-9a-f]{32}");

    private final Path path;
    private final Set<PosixFilePermission> permissions;
    private final boolean posix;
    private final Path countFile;

    /**
     * Makes the directory where there is none.
     *
     * @param mode the permissions of every file, as chmod takes them
     */
    RecordDirectory(Path path, int mode) throws IOException {
        this.path = path;
        this.permissions = permissions(mode);
        Files.createDirectories(path);
        this.posix = Files.getFileStore(path).supportsFileAttributeView("posix");
        this.countFile = file(COUNT_KEY);
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        if ((mode & 0600) != 0600 || (mode & ~0777) != 0) {
            throw new IllegalArgumentException("The mode of session files must be 0600 at least and 0777 at most, not 0"
                    + Integer.toOctalString(mode));
        }
        StringBuilder text = new StringBuilder("rwxrwxrwx");
        for (int i = 0; i < text.length(); i++) {
            if ((mode & (0400 >> i)) == 0) {
                text.setCharAt(i, '-');
            }
        }
        return PosixFilePermissions.fromString(text.toString());
    }

    /** @throws IOException where nothing can be written there */
    void requireWritable() throws IOException {
        Files.delete(Files.createTempFile(path, "", TEMPORARY));
    }

    Path realPath() throws IOException {
        return path.toRealPath();
    }

    Path file(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(key.getBytes(StandardCharsets.UTF_8));
            return path.resolve(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    Path countFile() {
        return countFile;
    }

    /**
     * What a file holds.
     *
     * @param expiry the second of its expiry
     */
    record FileRecord(long expiry, byte[] value) {}

    /** Null where there is no such file. One that is too short to have an expiry has none, and no value. */
    @Nullable
    FileRecord read(Path file) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (buffer.remaining() < Integer.BYTES) {
            return new FileRecord(NEVER, new byte[0]);
        }
        long expiry = Integer.toUnsignedLong(buffer.getInt());
        byte[] value = new byte[buffer.remaining()];
        buffer.get(value);
        return new FileRecord(expiry, value);
    }

    /** Null where there is no such file. */
    @Nullable
    Long readExpiry(Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.read(buffer);
        } catch (NoSuchFileException e) {
            return null;
        }
        return buffer.hasRemaining() ? NEVER : Integer.toUnsignedLong(buffer.getInt(0));
    }

    /** Whole or not at all: a reader sees the old content or the new, and a failure leaves the old one, and no litter. */
    void write(Path file, FileRecord content) throws IOException {
        ByteBuffer buffer =
                ByteBuffer.allocate(Integer.BYTES + content.value().length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt((int) content.expiry()).put(content.value());
        Path temporary = Files.createTempFile(path, "", TEMPORARY);
        try {
            Files.write(temporary, buffer.array());
            setPermissions(temporary);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary); // gone already, unless something failed
        }
    }

    /**
     * In place: had a peer replaced the file meanwhile, its new one stays as it is, where a file of ours would undo it. No
     * reader sees half of four bytes, and no disk is too full for them.
     *
     * @return false where a peer, who knows no locks, has removed the file
     */
    boolean writeExpiry(Path file, long expiry) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt((int) expiry).flip();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(buffer, 0);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                if (!entry.equals(countFile)
                        && RECORD_NAME.matcher(entry.getFileName().toString()).matches()) {
                    files.add(entry);
                }
            }
        }
        return files;
    }

    FileChannel openLockFile(String name) throws IOException {
        Path file = path.resolve("lock-" + name + TEMPORARY);
        if (!Files.exists(file)) {
            try {
                Files.createFile(file);
                setPermissions(file);
            } catch (FileAlreadyExistsException e) {
                // another process was faster
            }
        }
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Once it is there: the process's umask does not count, as with cachelib. */
    private void setPermissions(Path file) throws IOException {
        if (posix) {
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
