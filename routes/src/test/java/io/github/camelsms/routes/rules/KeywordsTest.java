package io.github.camelsms.routes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.rules.Keywords.Wish;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeywordsTest {

    private static final List<String> STOP = List.of(
            "STOP",
            "STOPALL",
            "STOP ALL",
            "UNSUBSCRIBE",
            "CANCEL",
            "END",
            "QUIT",
            "REVOKE",
            "OPT OUT",
            "OPTOUT",
            "ARRÊT");
    private static final List<String> AROUND = List.of(
            "%s",
            " %s ", "%s.", "%s!", "%s!!!", "\"%s\"", "“%s”", "'%s'", "%s\r\n", "\t%s", "(%s)", "%s ...", "*%s*", "-%s-",
            ">%s<", "%s?", "%s,", "%s 🛑");

    private final Keywords keywords = new Keywords(Map.of(
            Wish.STOP, Keywords.plain(STOP),
            Wish.START, Keywords.plain(List.of("START", "YES", "UNSTOP")),
            Wish.HELP, Keywords.plain(List.of("HELP", "INFO"))));

    @Test
    void hundredsOfWaysToSayStop() {
        int ways = 0;
        for (String word : STOP) {
            for (String around : AROUND) {
                String said = around.formatted(word);
                for (String each : List.of(said, said.toLowerCase(Locale.ROOT), said.replace(' ', '-'))) {
                    assertThat(keywords.of(each)).as(each).contains(Wish.STOP);
                    ways++;
                }
            }
        }
        assertThat(ways).isGreaterThan(400);
    }

    @Test
    void otherWishes() {
        assertThat(keywords.of("Start")).contains(Wish.START);
        assertThat(keywords.of("help!")).contains(Wish.HELP);
    }

    @Test
    void whatSaysMoreIsNoKeyword() {
        for (String text : List.of(
                "stop by the shop",
                "Please don't stop",
                "stopp",
                "nonstop",
                "the end",
                "quit it",
                "",
                "!!!",
                "yes please")) {
            assertThat(keywords.of(text)).as(text).isEmpty();
        }
        assertThat(keywords.isNearlyStop("please stop")).isTrue();
        assertThat(keywords.isNearlyStop("STOP")).isFalse();
        assertThat(keywords.isNearlyStop("nonstop")).isFalse();
        assertThat(keywords.isNearlyStop("we can stop at the shop on the way home tonight"))
                .isFalse();
    }
}
