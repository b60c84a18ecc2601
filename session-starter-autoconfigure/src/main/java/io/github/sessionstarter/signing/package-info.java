/**
 * Signing as <a href="https://itsdangerous.palletsprojects.com/">itsdangerous</a> does it, byte for byte but for
 * short payloads that are not compressed: a {@link io.github.sessionstarter.signing.Signer Signer} appends a signature, a
 * {@link io.github.sessionstarter.signing.TimestampSigner TimestampSigner} the time before it, and a {@link
 * io.github.sessionstarter.signing.UrlSafeTimedSerializer UrlSafeTimedSerializer} turns an object into the value to
 * sign. Nothing here knows of sessions.
 */
@NullMarked
package io.github.sessionstarter.signing;

import org.jspecify.annotations.NullMarked;
