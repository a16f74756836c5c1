package io.github.camelsms.listeners.smtp.mail;

/** Text whose lines were broken by a mail program (RFC 3676, {@code format=flowed}). */
final class FlowedText {

    private FlowedText() {}

    /** Puts the paragraphs together again. */
    static String of(String text, String deleteSpace) {
        boolean delete = deleteSpace.equalsIgnoreCase("yes");
        StringBuilder out = new StringBuilder(text.length());
        for (String written : text.split("\n", -1)) {
            String line = written.startsWith(" ") ? written.substring(1) : written;
            boolean soft = line.endsWith(" ") && !line.equals("-- ");
            out.append(soft && delete ? line.substring(0, line.length() - 1) : line);
            if (!soft) {
                out.append('\n');
            }
        }
        return out.toString();
    }
}
