package io.github.camelsms.routes.account;

import io.github.camelsms.routes.recent.RecentMap;
import io.github.camelsms.sms.store.ListEntry;
import io.github.camelsms.sms.store.PhoneLists;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Notices when an account sends to a country for the first time. Where it has sent before is in a list of the store,
 * which {@code list ls seen-countries} shows: machines and restarts know of each other. The first country of an account
 * is no news.
 */
final class NewCountries {

    static final String LIST = "seen-countries";

    private static final int MOST = 100_000;

    private final Supplier<PhoneLists> lists;
    private final Alarms alarms;
    private final Map<String, Boolean> seen = new RecentMap<>(MOST);

    NewCountries(Supplier<PhoneLists> lists, Alarms alarms) {
        this.lists = lists;
        this.alarms = alarms;
    }

    /** An account sends there. The store is asked once for each country; nobody waits for it. */
    void add(String account, String country) {
        String both = account + "/" + country;
        synchronized (seen) {
            if (seen.putIfAbsent(both, true) != null) {
                return;
            }
        }
        var unused = lists.get()
                .add(LIST, List.of(entry(account + "/"), entry(both)))
                .whenComplete((added, failure) -> {
                    if (failure != null) {
                        forget(both);
                    } else if (added == 1) {
                        alarms.raise(
                                "new-country",
                                both,
                                "account " + account + " sends to " + country + " for the first time");
                    }
                });
    }

    private static ListEntry entry(String text) {
        return new ListEntry(text.toLowerCase(Locale.ROOT));
    }

    private void forget(String both) {
        synchronized (seen) {
            seen.remove(both);
        }
    }
}
