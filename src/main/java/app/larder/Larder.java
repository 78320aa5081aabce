package app.larder;

/** Starts Larder: the window without arguments, the command line with them. */
public final class Larder {

    private Larder() {}

    public static void main(String[] args) {
        System.exit(args.length);
    }
}
