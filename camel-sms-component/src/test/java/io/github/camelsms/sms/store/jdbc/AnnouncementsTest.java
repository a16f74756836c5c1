package io.github.camelsms.sms.store.jdbc;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.SilentLink;
import io.github.camelsms.sms.store.StoreAddress;
import io.github.camelsms.testing.PostgresServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What one machine announces is heard by the others. */
class AnnouncementsTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    /** It has to find out first, from a server that says nothing. */
    private static final Duration CABLE = Duration.ofSeconds(20);

    private final AtomicInteger heard = new AtomicInteger();

    @Test
    void oneThatListensThroughACutCableListensAnew() throws Exception {
        assumeTrue(PostgresServer.whyNot().isEmpty(), PostgresServer.whyNot());
        try (PostgresServer server = PostgresServer.start();
                SilentLink link = SilentLink.to(server.port());
                Announcements speaker = announcements(StoreUnderTest.address(server, "sms"), "speaker");
                Announcements listener =
                        announcements(link.through(StoreUnderTest.address(server, "sms")), "listener")) {
            listener.listen(mailbox -> heard.incrementAndGet());
            // a new listener hears of every mailbox once
            await().atMost(CABLE).until(() -> heard.get() == Mailbox.values().length);
            isHeard(speaker, SOON);

            link.cut();

            isHeard(speaker, CABLE);
            isHeard(speaker, SOON);
        }
    }

    private void isHeard(Announcements speaker, Duration patience) {
        int before = heard.get();
        await().atMost(patience).until(() -> {
            speaker.announce(Mailbox.OUTGOING);
            return heard.get() > before;
        });
    }

    private static Announcements announcements(StoreAddress address, String name) {
        return new Announcements(new PostgresConnections(address)::plain, name);
    }
}
