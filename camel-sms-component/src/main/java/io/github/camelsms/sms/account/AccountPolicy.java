package io.github.camelsms.sms.account;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an account may do, all told: its own terms, those of its group, and the standard.
 *
 * @param activity whether anybody can use it
 * @param expires from when on nobody can
 * @param roles what it may do
 * @param gateway ids in the order of preference where a request names none
 * @param senders what it may show as sender, the first where a request names none; empty is any
 * @param destinations where it may send to; empty is the standard of the gateway
 * @param rate how many messages it may send in how long
 * @param monthlyLimit parts that it may send in a month
 * @param dailyLimit parts that it may send in a day
 * @param mail who answers for it
 */
public record AccountPolicy(
        Activity activity,
        Optional<Instant> expires,
        Set<Role> roles,
        Optional<String> gateway,
        List<String> senders,
        Optional<Destinations> destinations,
        Optional<Rate> rate,
        Optional<Long> monthlyLimit,
        Optional<Long> dailyLimit,
        Optional<String> mail) {

    /** Whether anybody can use an account. */
    public enum Activity {
        ACTIVE,
        INACTIVE,
        EXPIRED
    }

    private static final String ANY = "*";

    /** Of an account that nothing is said of. */
    public static final AccountPolicy STANDARD = of(Terms.NONE);

    public AccountPolicy {
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(expires, "expires");
        roles = Set.copyOf(roles);
        Objects.requireNonNull(gateway, "gateway");
        senders = List.copyOf(senders);
        Objects.requireNonNull(destinations, "destinations");
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(monthlyLimit, "monthlyLimit");
        Objects.requireNonNull(dailyLimit, "dailyLimit");
        Objects.requireNonNull(mail, "mail");
    }

    /** What terms amount to. */
    public static AccountPolicy of(Terms terms) {
        return new AccountPolicy(
                terms.get(Term.ACTIVE).filter("false"::equals).isPresent() ? Activity.INACTIVE : Activity.ACTIVE,
                terms.get(Term.EXPIRES).map(Term::instant),
                terms.get(Term.ROLES)
                        .map(words -> list(words).map(Role::of).collect(Collectors.toSet()))
                        .orElse(Role.STANDARD),
                terms.get(Term.GATEWAY),
                terms.get(Term.SENDERS)
                        .map(AccountPolicy::list)
                        .orElse(Stream.of())
                        .toList(),
                terms.get(Term.DESTINATIONS).map(Destinations::parse),
                terms.get(Term.RATE).map(Rate::parse),
                parts(terms, Term.LIMIT),
                parts(terms, Term.DAILY),
                terms.get(Term.MAIL));
    }

    private static Optional<Long> parts(Terms terms, Term limit) {
        return terms.get(limit).map(Long::parseLong).filter(parts -> parts > 0);
    }

    private static Stream<String> list(String written) {
        return Stream.of(written.split(",", -1));
    }

    /** Of an account in a group: nobody can use it either when nobody can use the group. */
    AccountPolicy within(AccountPolicy group) {
        Optional<Instant> first =
                Stream.of(expires, group.expires).flatMap(Optional::stream).min(Instant::compareTo);
        return new AccountPolicy(
                group.activity == Activity.ACTIVE ? activity : group.activity,
                first,
                roles,
                gateway,
                senders,
                destinations,
                rate,
                monthlyLimit,
                dailyLimit,
                mail);
    }

    /** Whether anybody can use it at a time. */
    public Activity at(Instant now) {
        return activity == Activity.ACTIVE
                        && expires.filter(end -> !now.isBefore(end)).isPresent()
                ? Activity.EXPIRED
                : activity;
    }

    /** Whether it may do what a role stands for. */
    public boolean has(Role role) {
        return roles.contains(role) || roles.contains(Role.ADMIN);
    }

    /** Whether it may show that sender. */
    public boolean maySend(String sender) {
        return senders.isEmpty() || senders.contains(ANY) || senders.contains(sender);
    }

    /** The sender of a request that names none. */
    public Optional<String> standardSender() {
        return senders.stream().filter(sender -> !sender.equals(ANY)).findFirst();
    }
}
