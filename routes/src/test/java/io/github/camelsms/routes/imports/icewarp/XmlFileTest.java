package io.github.camelsms.routes.imports.icewarp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.routes.imports.icewarp.XmlFile.BrokenException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S-31: XML is data. */
class XmlFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsElementsAttributesAndLines() throws Exception {
        XmlNode root = XmlFile.read("<A x='1'>\n <B>one &amp; <![CDATA[<two>]]></B>\n <C/>\n</A>");
        assertThat(root.name()).isEqualTo("a");
        assertThat(root.children())
                .extracting(XmlNode::name, XmlNode::line, XmlNode::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("x", 1, "1"),
                        org.assertj.core.groups.Tuple.tuple("b", 2, "one & <two>"),
                        org.assertj.core.groups.Tuple.tuple("c", 3, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"FILE\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM \"FILE\"> %x;]><a/>",
                "<!DOCTYPE a SYSTEM \"FILE\"><a/>",
                "<!DOCTYPE a PUBLIC \"-//X//Y\" \"http://127.0.0.1:9/x.dtd\"><a/>",
                "<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>",
                "<!DOCTYPE a [<!NOTATION n SYSTEM \"FILE\">]><a/>",
                "<a>&unknown;</a>",
                "<a>&#0;</a>",
                "<a><b></a></b>",
                "<a><b>",
                "<a",
                "<a b='1' b='2'/>",
                "<a>\u0000</a>",
                "no XML",
                "<?xml version=\"9.9\"?><a/>"
            })
    void refusesWhatIsMoreOrLessThanElements(String xml) throws Exception {
        Path file = Files.writeString(folder.resolve("planted"), "planted-secret");
        String text = xml.replace("FILE", file.toUri().toString());
        assertThatThrownBy(() -> XmlFile.read(text))
                .isInstanceOf(BrokenException.class)
                .hasMessageNotContaining("planted");
    }

    @Test
    void bombsCostLittle() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol \"lol\">");
        for (int i = 1; i < 30; i++) {
            String last = i == 1 ? "lol" : "lol" + (i - 1);
            laughs.append("<!ENTITY lol" + i + " \"" + ("&" + last + ";").repeat(10) + "\">");
        }
        laughs.append("]><lolz>&lol29;</lolz>");
        for (String bomb : List.of(
                laughs.toString(),
                "<a>".repeat(10_000),
                "<a>" + "<b/>".repeat(200_000) + "</a>",
                "<a b='" + "x".repeat(4_000_000),
                "<" + "a".repeat(4_000_000))) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertThatThrownBy(() -> XmlFile.read(bomb)).isInstanceOf(BrokenException.class));
        }
    }
}
