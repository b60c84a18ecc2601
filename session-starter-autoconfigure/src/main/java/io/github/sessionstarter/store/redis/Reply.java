package io.github.sessionstarter.store.redis;

import org.jspecify.annotations.Nullable;

/** Redis' error replies, which Lettuce, Jedis and Spring wrap each in their own exceptions, but never reword. */
final class Reply {

    private Reply() {}

    /** {@code ERR unknown command `GETEX`, with args beginning with: …}. */
    static boolean isUnknownCommand(Throwable exception) {
        return startsWith(exception, "ERR unknown command");
    }

    /** {@code NOSCRIPT No matching script. Please use EVAL.}. */
    static boolean isUnknownScript(Throwable exception) {
        return startsWith(exception, "NOSCRIPT");
    }

    /** {@code WRONGTYPE Operation against a key holding the wrong kind of value}. */
    static boolean isWrongType(Throwable exception) {
        return startsWith(exception, "WRONGTYPE");
    }

    private static boolean startsWith(Throwable exception, String reply) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && message.startsWith(reply)) {
                return true;
            }
        }
        return false;
    }
}
