package app.larder.words;

/** Which Larder this is. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** The version as people quote it ("0.1.0"). */
    public static String current() {
        String packaged = ProgramVersion.class.getPackage().getImplementationVersion();
        return packaged == null ? "0.1.0" : packaged;
    }
}
