package io.github.sessionstarter.httpsession.shop;

/** Has nothing to write. */
public final class Unwritable {}
