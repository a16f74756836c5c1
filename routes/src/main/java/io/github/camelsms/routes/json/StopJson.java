package io.github.camelsms.routes.json;

import io.github.camelsms.sms.store.Stop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is stopped, as fields. */
public final class StopJson {

    private StopJson() {}

    /** Whether messages are accepted and sent, and every stop. */
    public static Map<String, Object> of(List<Stop> stops) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("accept", stops.stream().noneMatch(stop -> stop.scope().equals(Stop.ACCEPT)));
        json.put("send", stops.stream().noneMatch(stop -> stop.scope().equals(Stop.SEND)));
        json.put("stops", stops.stream().map(StopJson::of).toList());
        return json;
    }

    private static Map<String, Object> of(Stop stop) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scope", stop.scope());
        json.put("reason", stop.reason());
        json.put("since", stop.since().toString());
        return json;
    }
}
