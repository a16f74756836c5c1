package io.github.camelsms.routes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.Commands;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code list add|rm|ls} beside a gateway whose rules ask for the list. */
class ListCommandTest {

    @TempDir
    private Path folder;

    private Commands.Result list(String... arguments) {
        return Commands.run(new String[] {"list"}, arguments);
    }

    @Test
    void listsBesideAGateway() throws Exception {
        String store = "--property=sms.store.url=jdbc:sqlite:" + folder.resolve("sms.db");
        assertThat(list("ls", store).code()).isEqualTo(1);
        try (RuleBench bench = RuleBench.outgoing(
                folder, RuleBench.when("number in list deny", "- to: \"sms-rule:reject?text=denied\""))) {
            assertThat(bench.send("+17771234567", "x", "&id=us").status()).isEqualTo(200);
            assertThat(list("add", "deny", "+1777*", "+1 555 123-4567", store).out())
                    .startsWith("2 of 2 added");
            assertThat(list("add", "deny", "+15551234567", store).out()).startsWith("0 of 1 added");
            assertThat(bench.send("+17771234567", "x").status()).isEqualTo(403);
            assertThat(list("ls", store).out()).contains("deny").contains("2");
            assertThat(list("ls", "deny", store).out().lines()).containsExactly("15551234567", "1777*");
            assertThat(list("ls", "deny", "--json", store).out()).contains("[\"15551234567\",\"1777*\"]");
            assertThat(list("rm", "deny", "1777*", "+44", store).out()).startsWith("1 of 2 removed");
            assertThat(bench.send("+17771234567", "x", "&id=us").status()).isEqualTo(200);
            Commands.Result wrong = list("add", "deny", " ", store);
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.err()).hasLineCount(1).contains("1 to 200 characters");
        }
    }
}
