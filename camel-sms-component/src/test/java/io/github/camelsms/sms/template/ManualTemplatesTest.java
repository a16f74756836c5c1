package io.github.camelsms.sms.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.tpdu.Octets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every template that the manual of the IceWarp SMS service prints, with its line breaks and its typing errors. */
class ManualTemplatesTest {

    private static String expand(String template) {
        return UrlTemplate.parse(template)
                .expand(new TemplateMessage(
                        MessageContent.text("Hi you"),
                        Octets.EMPTY,
                        SegmentationOptions.DEFAULT,
                        Map.of("number", "+15551234567", "sender", "Desk", "msgid", "01M8")));
    }

    @Test
    void anotherServer() {
        assertThat(expand(
                        "http://server/sms/?number=%number%&data=%data%&udh=%udh%&binary=%binary%&pid=%pid%&dcs=%dcs%&s"
                                + "\nender=%sender% "))
                .isEqualTo(
                        "http://server/sms/?number=%2B15551234567&data=Hi%20you&udh=&binary=0&pid=&dcs=&sender=Desk ");
        assertThat(
                        expand(
                                "https://server#1#hostname/sms/?number=%number%&data=%data%&udh=%udh%&binary= \n\n%binary%&pid="
                                        + "%pid%&dcs=%dcs%&sender=%sender%&msgid=%msgid%&user=<authuser>&pass= \n<authpassword>"))
                .isEqualTo("https://server#1#hostname/sms/?number=%2B15551234567&data=Hi%20you&udh=&binary=0&pid=&dcs="
                        + "&sender=Desk&msgid=01M8&user=<authuser>&pass=<authpassword>");
    }

    @Test
    void deliveryToAnotherServer() {
        assertThat(expand("http://a/sms/deliver.html?id=58&number=%%from_alias%%&data=%%body%%&pass=1234567"))
                .isEqualTo("http://a/sms/deliver.html?id=58&number=Desk&data=Hi%20you&pass=1234567");
        assertThat(expand(
                        "https://server#2#hostname/sms/deliver.html?number=%%from%% \n\n&id=<gateway#id>&data=%%body%%"
                                + "&pass=<gateway#password>"))
                .endsWith("/sms/deliver.html?number=Desk&id=<gateway#id>&data=Hi%20you&pass=<gateway#password>");
        // the digit behind %from% is the manual's
        assertThat(
                        expand(
                                "http://yourserver.com/sms/deliver.html?id=HTTP&pass=pinnumber&number=%fro\nm%3&data= \n\n%data%"))
                .isEqualTo("http://yourserver.com/sms/deliver.html?id=HTTP&pass=pinnumber&number=Desk3&data=Hi%20you");
        assertThat(expand("http://yourserver.com/sms/deliver.html?id=HTTP&pass=pinnumber&number=%from%3&data=%data%"))
                .endsWith("&number=Desk3&data=Hi%20you");
    }

    @Test
    void providers() {
        assertThat(expand(
                        "http://api.clickatell.com/http/sendmsg?user=xxx&password=xxx&api_id=xxx&to=%number%&udh=%udh;len;hex"
                                + "\n%&data=%data;isascii%%data;isunicode;unicode;value=&unicode=1%&concat=%parts% "))
                .endsWith("&to=%2B15551234567&udh=&data=Hi%20you&concat=1 ");
        assertThat(expand(
                        "http://api.clickatell.com/http/sendmsg?user=john&password=john's_password&api_id=2324231&to=%num"
                                + "\nber%&from=552199999999&data=%data%&concat=%parts%"))
                .endsWith(
                        "&password=john's_password&api_id=2324231&to=%2B15551234567&from=552199999999&data=Hi%20you&concat=1");
        // %data has no second mark there
        assertThat(expand(
                        "http://api.clickatell.com/http/sendmsg?user=XXX&password=XXX&api_id=XXX&to=%number%&data=%data"
                                + "&concat=%par\nts%"))
                .endsWith("&to=%2B15551234567&data=%data&concat=1");
        assertThat(expand(
                        "https://smsconnector.cz.o2.com/smsconnector/getpost/GP?action=send&baID=1234567&toNumber=Nnum\nber%"
                                + "&text=%data%"))
                .endsWith("&toNumber=Nnumber%&text=Hi%20you");
        assertThat(expand(
                        "http://smsc5.routotelecom.com/SMSsend?user=xxxx&pass=xxxxx&number=%number%&message= \n\n%data%"
                                + "&type=LongSMS&ownnum=mysenderid"))
                .endsWith("&number=%2B15551234567&message=Hi%20you&type=LongSMS&ownnum=mysenderid");
    }
}
