package io.github.sessionstarter.autoconfigure;

/** What is set under {@code session.file.*}. */
public class SessionFileProperties {

    /** The folder that keeps the sessions. */
    private String dir = "flask_session";

    /** More sessions than this, and some are deleted: expired ones first, then those nearest their end; 0 is any number. */
    private int threshold = 500;

    /**
     * The access mode of the files, octal as 0600 or 0o600; other digits are decimal. The owner must be able to read and
     * write.
     */
    private String mode = "0600";

    public String getDir() {
        return dir;
    }

    public void setDir(String dir) {
        this.dir = dir;
    }

    public int getThreshold() {
        return threshold;
    }

    public void setThreshold(int threshold) {
        this.threshold = threshold;
    }

    public String getMode() {
        return mode;
    }

    public void setMode(String mode) {
        this.mode = mode;
    }
}
