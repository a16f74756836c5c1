package io.github.camelsms.modem.at;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A modem that answers at once, in the thread that writes, in chunks as a test wants them. */
final class ScriptedLine implements LineWriter {

    private final List<String> written = new ArrayList<>();
    private final Function<String, String> answers;
    private Function<String, List<String>> cutting = List::of;
    private Dialogue dialogue;

    ScriptedLine(Function<String, String> answers) {
        this.answers = answers;
    }

    ScriptedLine cutBy(Function<String, List<String>> newCutting) {
        cutting = newCutting;
        return this;
    }

    void connect(Dialogue newDialogue) {
        dialogue = newDialogue;
    }

    List<String> written() {
        return written;
    }

    @Override
    public void write(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        written.add(text);
        say(answers.apply(text));
    }

    void say(String text) {
        for (String chunk : cutting.apply(text)) {
            byte[] octets = chunk.getBytes(StandardCharsets.ISO_8859_1);
            dialogue.received(octets, octets.length);
        }
    }
}
