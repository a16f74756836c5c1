package io.github.camelsms.routes;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;

/** Commands that end by themselves, run as the launcher runs them but in this process. */
public final class Commands {

    private Commands() {}

    /** What a command has left behind. */
    public record Result(int code, String out, String err) {}

    public static Result run(String[] arguments, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all =
                Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
        int code = Main.run(all, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Result(code, out.toString(), err.toString());
    }
}
