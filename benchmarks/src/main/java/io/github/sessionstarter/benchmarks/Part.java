package io.github.sessionstarter.benchmarks;

import io.github.sessionstarter.benchmarks.report.Page;
import java.io.IOException;

/** Something that is measured, and has sections of the page. */
public interface Part {

    /** Measures, and writes its sections. */
    void measure(Page page) throws IOException;
}
