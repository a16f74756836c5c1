package io.github.camelsms.routes.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionReaderTest {

    /** A Monday evening: 18:30 in UTC, 19:30 in Prague, Tuesday in Tokyo. */
    private static final Instant NOW = Instant.parse("2026-11-23T18:30:00Z");

    private static final Facts MESSAGE = new Facts() {
        private final Map<String, String> fields = Map.of(
                "to", "+15551234567@us",
                "number", "+15551234567",
                "from", "Desk",
                "body", "Stop by the shop: it's FREE (today)",
                "account", "shop",
                "header X-Class", "bulk",
                "priority", "2");

        @Override
        public Optional<String> text(String field) {
            return Optional.ofNullable(fields.get(field));
        }

        @Override
        public List<String> headers() {
            return List.of("+15551234567", "bulk");
        }

        @Override
        public boolean isBinary() {
            return false;
        }

        @Override
        public int size() {
            return 35;
        }

        @Override
        public int parts() {
            return 1;
        }

        @Override
        public boolean isLocal(String field) {
            return field.equals("from");
        }

        @Override
        public boolean isReply() {
            return false;
        }

        @Override
        public boolean isListed(String list, String number) {
            return list.equals("deny") && number.equals("+15551234567");
        }

        @Override
        public List<String> words(String list) {
            return list.equals("words") ? List.of("casino", "free") : List.of();
        }

        @Override
        public Instant now() {
            return NOW;
        }
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "to matches '^\\+1'",
                "to not matches '^(?!.*@)(.*)$'",
                "number matches '^\\+44', '^\\+1'",
                "from is 'desk'",
                "from is desk",
                "from is not 'shop'",
                "from = \"DESK\"",
                "from != sales",
                "from in 'Sales', 'Desk'",
                "not from is exactly 'desk'",
                "body contains 'free', 'gratis'",
                "body contains 'it''s'",
                "body not contains exactly 'free'",
                "body contains word 'shop'",
                "body not contains word 'sho'",
                "body contains word exactly 'FREE'",
                "body contains list words",
                "body starts with 'stop'",
                "body ends with '(TODAY)'",
                "number in list allow, deny",
                "number not in list allow",
                "has account and has header X-Class",
                "not has udh",
                "header X-Class is bulk",
                "any header contains 'bul'",
                "from is local and to is remote",
                "is text and not is binary and not is unicode and not is reply",
                "size > 10 and size<=35 and parts = 1 and priority >= 2 and size != 3",
                "time UTC in 18:00-19:00",
                "time UTC in 17:00-18:00, 18:30-18:31",
                "time Europe/Prague in 19:00-06:00",
                "time UTC not in 19:00-06:00",
                "day UTC in Mon-Fri",
                "day UTC in Sun-Mon",
                "day Asia/Tokyo in tuesday",
                "date UTC in 2026-11-23",
                "date UTC in 2026-11-01..2026-11-30",
                "from is nobody or account is shop and has body",
                "(from is nobody or account is shop) and not (has udh or from is nobody)"
            })
    void holds(String condition) {
        assertThat(ConditionReader.read(condition).holds(MESSAGE)).isTrue();
        assertThat(ConditionReader.read("not (" + condition + ")").holds(MESSAGE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "to",
                "to is",
                "to matches",
                "to matches '('",
                "to like 'x'",
                "subject contains 'x'",
                "size > many",
                "size contains '3'",
                "time in 25:00-26:00",
                "time Mars/Base in 08:00-20:00",
                "day in someday",
                "date in 2026-13-01",
                "is nice",
                "has",
                "(all",
                "all all",
                "to is 'x",
                "to is x,",
                "any body is x",
                "all and",
                "body starts 'x'"
            })
    void saysWhatIsWrong(String condition) {
        assertThatThrownBy(() -> ConditionReader.read(condition))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the condition '" + condition.strip() + "' cannot be read: ");
    }
}
