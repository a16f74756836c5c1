package io.github.camelsms.routes.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.routes.CapturedLog;
import io.github.camelsms.testing.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list that is a file while somebody writes, breaks, renames or removes it. */
class ListFileTest {

    private static final Duration NEXT_LOOK = ListFile.LOOK.plusMillis(1);

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();
    private Path file;
    private ListFile list;

    @BeforeEach
    void start() {
        file = folder.resolve("deny.txt");
        list = new ListFile(file, clock);
    }

    /** Writes it now, by the clock of the test. */
    private void write(String content) throws Exception {
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }

    private void writeAndRest(String content) throws Exception {
        write(content);
        clock.advance(NEXT_LOOK);
    }

    private void nextLook() {
        clock.advance(NEXT_LOOK);
    }

    @Test
    void aFileThatHasRestedIsReadAtOnceAndLookedAtTwiceASecond() throws Exception {
        writeAndRest("+1 555 # a comment\n\nspam\n");
        assertThat(list.words()).containsExactly("+1 555", "spam");
        write("+1666\n");
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minusSeconds(60)));
        assertThat(list.words()).as("not yet").hasSize(2);
        nextLook();
        assertThat(list.words()).containsExactly("+1666");
    }

    @Test
    void aFileIsNotReadWhileItIsWritten() throws Exception {
        writeAndRest("+1555\n+1666\n");
        assertThat(list.words()).hasSize(2);
        write("+1555\n");
        nextLook();
        write("+1555\n+1");
        assertThat(list.words()).as("changed, and written just now").hasSize(2);
        nextLook();
        write("+1555\n+1777\n+1888\n");
        assertThat(list.words()).as("changed again").hasSize(2);
        nextLook();
        assertThat(list.words()).as("it has rested since the last look").hasSize(3);
    }

    @Test
    void aFileWhoseTimeIsToComeIsReadWhenItHasNotChanged() throws Exception {
        write("+1555\n");
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().plus(Duration.ofDays(1))));
        assertThatThrownBy(list::words).isInstanceOf(IllegalStateException.class);
        nextLook();
        assertThat(list.words()).containsExactly("+1555");
    }

    @Test
    void aListThatWasNeverReadIsNotEmpty() throws Exception {
        write("+1555\n");
        assertThatThrownBy(list::keys)
                .as("it may be half written")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("deny.txt");
        nextLook();
        assertThat(list.words()).containsExactly("+1555");
    }

    @Test
    void aFileThatCannotBeReadAtFirstIsNotAnEmptyList() throws Exception {
        Files.createDirectory(file);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        nextLook();
        try (CapturedLog log = CapturedLog.atTrace()) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(list::keys).isInstanceOf(IllegalStateException.class);
                nextLook();
            }
            assertThat(log.text().lines()).as("said once").hasSize(1).allMatch(line -> line.contains("cannot be read"));
        }
        Files.delete(file);
        assertThatThrownBy(list::keys).as("missing for one look").isInstanceOf(IllegalStateException.class);
        writeAndRest("+1555\n");
        assertThat(list.words()).containsExactly("+1555");
        Files.delete(file);
        Files.createDirectory(file);
        nextLook();
        assertThat(list.words()).hasSize(1);
        nextLook();
        assertThat(list.words()).as("it stays as it was").containsExactly("+1555");
    }

    @Test
    void aBrokenLineLeavesTheListAsItWas() throws Exception {
        writeAndRest("x".repeat(300) + "\n");
        assertThatThrownBy(list::keys).isInstanceOf(IllegalStateException.class);
        writeAndRest("+1555\n");
        assertThat(list.words()).hasSize(1);
        writeAndRest("+1666\n" + "x".repeat(300) + "\n");
        assertThat(list.words()).containsExactly("+1555");
    }

    @Test
    void aListThatIsMissingForOneLookStaysAsItWas() throws Exception {
        writeAndRest("+1555\n");
        assertThat(list.words()).hasSize(1);
        try (CapturedLog log = CapturedLog.atTrace()) {
            Path aside = Files.move(file, folder.resolve("aside"));
            nextLook();
            assertThat(list.words()).as("an editor renames").hasSize(1);
            assertThat(log.text()).contains("deny.txt stays as it was: it is not there");
            Files.move(aside, file);
            nextLook();
            assertThat(list.words()).hasSize(1);
            Files.delete(file);
            nextLook();
            assertThat(list.words()).as("counted anew").hasSize(1);
            nextLook();
            assertThat(list.words()).as("missing at two looks").isEmpty();
            assertThat(log.text()).contains("deny.txt is gone");
        }
    }

    @Test
    void withoutAFileTheListIsEmpty() throws Exception {
        assertThat(list.words()).isEmpty();
        nextLook();
        writeAndRest("+1555\n");
        assertThat(list.words()).containsExactly("+1555");
    }
}
