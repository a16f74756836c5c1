package io.github.camelsms.routes.imports;

/** Values that go into a file which Camel reads: what would mean more there than it says is refused. */
final class Written {

    private Written() {}

    /**
     * The value, when it stays what it is.
     *
     * @throws IllegalArgumentException that says what is wrong, and not the value
     */
    static String plain(String value) {
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw new IllegalArgumentException("the value has a control character");
        }
        if (value.contains("{{") || value.contains("}}")) {
            throw new IllegalArgumentException("the value has {{ or }}, by which Camel reads other settings");
        }
        if (value.startsWith("#")) {
            throw new IllegalArgumentException("the value begins with #, by which Camel names its own objects");
        }
        return value;
    }

    /** The same for the value of a setting, which is one line and has no blanks around it. */
    static String line(String value) {
        if (value.contains("\n") || !value.equals(value.strip())) {
            throw new IllegalArgumentException("the value begins or ends with a blank, or has a line break");
        }
        return plain(value);
    }
}
