package io.github.camelsms.sms.routing;

import java.util.List;

/** A table that cannot be used; each problem names its line. */
public final class TableFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;

    private final transient List<String> problems;

    /** @param problems each as {@code rates.csv:12: reason} */
    public TableFormatException(List<String> problems) {
        super(String.join("; ", problems.subList(0, Math.min(SHOWN, problems.size())))
                + (problems.size() > SHOWN ? "; and " + (problems.size() - SHOWN) + " more" : ""));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
