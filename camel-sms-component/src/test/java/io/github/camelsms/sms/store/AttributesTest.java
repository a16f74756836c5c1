package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributesTest {

    @Test
    void comeBackAsTheyWere() {
        Attributes attributes = new Attributes(Map.of("Udh", "0605", "A&B=", "x=1&y %2B ü\n", "Empty", ""));

        assertThat(Attributes.decode(attributes.encoded())).isEqualTo(attributes);
        assertThat(Attributes.decode("")).isEqualTo(Attributes.NONE);
    }
}
