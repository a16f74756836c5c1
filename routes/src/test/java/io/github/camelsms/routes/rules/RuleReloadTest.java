package io.github.camelsms.routes.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.MessageId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are exchanged while messages pass them, a third of the files broken. */
class RuleReloadTest {

    private static final int SENDERS = 4;
    private static final int RELOADS = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Ways to break a file; each leaves the beginning of the first route as it is. */
    private static final List<String> BREAKS = List.of(
            "        - to: \"sms-rule:nosuch\"\n",
            "        - nosuch: {}\n",
            "        - filter:\n            language: { language: smsRule, expression: \"from likes it\" }\n            steps: []\n",
            "        - to: \"sms-rule:edit?value=1\"\n",
            "    - x: [\n");

    @TempDir
    private Path folder;

    /** Two routes of one file that put the generation into the text, one calling the other. */
    private static String rules(int generation) {
        return """
                - route:
                    id: first-half
                    from:
                      uri: direct:sms-outgoing-rules
                      steps:
                        - to: "sms-rule:edit?header=body&value=%%data%% %1$d"
                        - to: "direct:second-half"
                - route:
                    id: second-half
                    from:
                      uri: direct:second-half
                      steps:
                        - to: "sms-rule:edit?header=body&value=%%data%% %1$d"
                """.formatted(generation);
    }

    @Test
    void noMessageMeetsHalfASetOfRules() throws Exception {
        Random random = new Random(8);
        Queue<String> troubles = new ConcurrentLinkedQueue<>();
        Queue<MessageId> accepted = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        try (RuleBench bench = new RuleBench(folder, Map.of(), Map.of("rules.yaml", rules(0)))) {
            List<CompletableFuture<Void>> senders = IntStream.range(0, SENDERS)
                    .mapToObj(sender -> CompletableFuture.runAsync(() -> {
                        while (!over.get()) {
                            try {
                                RuleBench.Answer answer = bench.send("+1555123456" + sender, "m", "&id=us");
                                if (answer.status() == 200) {
                                    accepted.addAll(answer.ids());
                                } else {
                                    troubles.add(answer.toString());
                                }
                            } catch (Exception e) {
                                troubles.add(e.toString());
                            }
                        }
                    }))
                    .toList();
            int good = 0;
            for (int i = 1; i <= RELOADS; i++) {
                boolean broken = i % 3 == 0;
                bench.write("rules.yaml", rules(i) + (broken ? BREAKS.get(random.nextInt(BREAKS.size())) : ""));
                good = broken ? good : i;
                if (broken) {
                    // longer than two looks at the files
                    await().pollDelay(Duration.ofMillis(1_600)).until(() -> true);
                }
                String expected = "probe " + good + " " + good;
                await("generation " + i).atMost(PATIENCE).until(() -> text(
                                bench, bench.send("+15550000000", "probe").ids().get(0))
                        .equals(expected));
            }
            over.set(true);
            senders.forEach(CompletableFuture::join);
            assertThat(troubles).isEmpty();
            for (MessageId id : accepted) {
                String text = text(bench, id);
                assertThat(text).matches("m (\\d+) \\1");
                int generation = Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
                assertThat(generation == 0 || generation % 3 != 0).as(text).isTrue();
            }
            System.out.println(accepted.size() + " messages while rules were exchanged " + RELOADS + " times");
        }
    }

    private static String text(RuleBench bench, MessageId id) {
        return ((Body.Text) bench.record(id).message().body()).value();
    }
}
