package io.github.camelsms.routes.gateway;

import io.github.camelsms.sms.camel.SmsConstants;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line for each message that failed for good. */
final class ReportLog implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(ReportLog.class);
    private static final Set<String> FAILED = Set.of("UNDELIVERABLE", "EXPIRED", "REJECTED");

    @Override
    public void process(Exchange exchange) {
        Message report = exchange.getMessage();
        String state = String.valueOf(report.getHeader(SmsConstants.STATE));
        boolean first = report.getHeader(SmsConstants.ATTEMPT, 1, Integer.class) == 1;
        if (FAILED.contains(state) && first) {
            LOG.warn(
                    "message {} has failed: {} {}",
                    report.getHeader(SmsConstants.MESSAGE_ID),
                    state,
                    report.getHeader(SmsConstants.REASON, "", String.class));
        }
    }
}
