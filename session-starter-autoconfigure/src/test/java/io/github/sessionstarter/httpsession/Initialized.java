package io.github.sessionstarter.httpsession;

/** Leaves a trace once it is initialized. */
final class Initialized {

    static {
        System.setProperty("Initialized", "by somebody");
    }

    private Initialized() {}
}
