package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.LinkSearch;
import picocli.CommandLine.Option;

/** The options that say which reply links are meant. */
final class LinkFilter {

    @Option(names = "--number", paramLabel = "NUMBER", description = "Of this phone.")
    private String number = "";

    @Option(names = "--mailbox", paramLabel = "MAILBOX", description = "Of this mailbox.")
    private String mailbox = "";

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    boolean isEmpty() {
        return number.isBlank() && mailbox.isBlank();
    }

    boolean isJson() {
        return json;
    }

    LinkSearch of(LinkSearch search) {
        LinkSearch ofNumber = number.isBlank() ? search : search.withNumber(number);
        return mailbox.isBlank() ? ofNumber : ofNumber.withMailbox(mailbox);
    }
}
