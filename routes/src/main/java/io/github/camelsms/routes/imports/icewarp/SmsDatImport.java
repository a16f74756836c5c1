package io.github.camelsms.routes.imports.icewarp;

import io.github.camelsms.routes.imports.Folder;
import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.NewAccount;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Target;
import io.github.camelsms.sms.account.AccountBook;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.Term;
import io.github.camelsms.sms.account.Terms;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code smsusers.dat} and {@code sms.dat}: accounts, and what holds for a domain or for everybody as groups. An account
 * one of whose limits cannot be read is imported, and closed until somebody has decided.
 */
final class SmsDatImport {

    private final Folder folder;
    private final Target target;
    private final Report report;
    private final Map<String, String> gateways;
    private final Clock clock;

    /**
     * @param gateways our ids of gateways by their old ones
     */
    SmsDatImport(Folder folder, Target target, Report report, Map<String, String> gateways, Clock clock) {
        this.folder = folder;
        this.target = target;
        this.report = report;
        this.gateways = gateways;
        this.clock = clock;
    }

    void read(Path file) {
        String name = folder.name(file);
        int number = 0;
        for (String line : folder.lines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                SmsDatLine fields = SmsDatLine.parse(line, gateways.keySet());
                AccountEntry entry = entry(fields.user().strip(), name);
                read(
                        report.expect(new Item(name, number, entry.kind().word() + " " + entry.name(), "")),
                        fields,
                        entry);
            } catch (IllegalArgumentException e) {
                report.decide(new Item(name, number, "line", ""), Report.reason(e));
            }
        }
    }

    /** Who a line is about: its user, or else whom the path of the file names. */
    private static AccountEntry entry(String user, String file) {
        if (!user.isEmpty()) {
            return AccountEntry.account(user);
        }
        List<String> folders = new ArrayList<>(List.of(file.split("/", -1)));
        folders.remove(folders.size() - 1);
        folders.removeIf(folder -> folder.equalsIgnoreCase("config") || folder.equalsIgnoreCase("mail"));
        return switch (folders.size()) {
            case 0 -> AccountEntry.group(AccountBook.DEFAULT);
            case 1 -> AccountEntry.group(folders.get(0));
            default -> AccountEntry.account(folders.get(folders.size() - 1) + "@" + folders.get(folders.size() - 2));
        };
    }

    private void read(Item item, SmsDatLine fields, AccountEntry entry) {
        List<String> doubts = new ArrayList<>();
        fields.doubt().ifPresent(doubts::add);
        Map<Term, String> terms = new EnumMap<>(Term.class);
        boolean open = limits(fields, terms, doubts);
        gateway(fields, terms, doubts);
        description(fields, terms, doubts);
        if (!open || fields.inactive().equals("1")) {
            terms.put(Term.ACTIVE, "false");
        }
        boolean account = entry.kind() == AccountEntry.Kind.ACCOUNT;
        boolean named = !fields.user().isBlank();
        if (account && named && fields.password().isBlank()) {
            doubts.add("it has no password, and nobody can use it without: sms-gateway account set NAME"
                    + " --password-file FILE");
        }
        long sent = sent(fields);
        try {
            Optional<String> password = Optional.of(fields.password()).filter(text -> account);
            target.account(new NewAccount(entry.withTerms(Terms.NONE.with(terms)), password, sent));
        } catch (IllegalArgumentException e) {
            report.decide(item, Report.reason(e));
            return;
        }
        if (doubts.isEmpty()) {
            report.imported(item, "it was" + summary(fields, terms, sent));
        } else {
            report.decide(item, "it is imported" + (open ? "" : " and closed") + ", but " + String.join("; ", doubts));
        }
    }

    private static String summary(SmsDatLine fields, Map<Term, String> terms, long sent) {
        StringBuilder text = new StringBuilder();
        terms.forEach((term, value) -> text.append(term == Term.DESCRIPTION ? "" : ", " + term.word() + " " + value));
        if (sent > 0) {
            text.append(", ").append(sent).append(" sent this month");
        }
        if (fields.previous().matches("0*[1-9][0-9]*")) {
            text.append("; what it sent in the month before is not counted here");
        }
        return text.toString();
    }

    /** Limit, end and whether it is active; tells whether all could be read. */
    private boolean limits(SmsDatLine fields, Map<Term, String> terms, List<String> doubts) {
        boolean read = true;
        if (fields.maxSend().matches("[0-9]{0,12}")) {
            terms.put(Term.LIMIT, fields.maxSend().isEmpty() ? "0" : fields.maxSend());
        } else {
            doubts.add("its monthly limit is no number from 0 on");
            read = false;
        }
        try {
            DelphiDate.parse(fields.expire()).ifPresent(day -> terms.put(Term.EXPIRES, day.toString()));
        } catch (IllegalArgumentException e) {
            doubts.add(Report.reason(e));
            read = false;
        }
        if (!fields.inactive().matches("[01]?")) {
            doubts.add("whether it is inactive is neither 0 nor 1");
            read = false;
        }
        if (!fields.sent().matches("[0-9]{0,12}")) {
            doubts.add("the number that it has sent is none");
            read = false;
        }
        return read;
    }

    private void gateway(SmsDatLine fields, Map<Term, String> terms, List<String> doubts) {
        String gateway = fields.gateway().strip();
        if (!gateway.isEmpty() && gateways.containsKey(gateway)) {
            terms.put(Term.GATEWAY, gateways.get(gateway));
        } else if (!gateway.isEmpty()) {
            doubts.add("its gateway is not in smsgateway.dat or is switched off: any may carry what it sends");
        }
    }

    private static void description(SmsDatLine fields, Map<Term, String> terms, List<String> doubts) {
        try {
            Terms.NONE.with(Term.DESCRIPTION, fields.description());
            terms.put(Term.DESCRIPTION, fields.description());
        } catch (IllegalArgumentException e) {
            doubts.add("its description cannot be kept: " + Report.reason(e));
        }
    }

    /** What counts as sent in this month: nothing, when the last message is from another one. */
    private long sent(SmsDatLine fields) {
        boolean numbers =
                fields.sent().matches("[0-9]{1,12}") && fields.lastSent().matches("[0-9]{1,11}");
        if (!numbers) {
            return 0;
        }
        Instant last = Instant.ofEpochSecond(Long.parseLong(fields.lastSent()));
        YearMonth month = YearMonth.from(last.atOffset(ZoneOffset.UTC));
        return month.equals(YearMonth.now(clock.withZone(ZoneOffset.UTC))) ? Long.parseLong(fields.sent()) : 0;
    }
}
