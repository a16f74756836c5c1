package io.github.camelsms.listeners.smtp.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The text of an HTML page. */
final class HtmlText {

    private static final String BLOCKS = "p, div, tr, li, h1, h2, h3, h4, h5, h6, blockquote, table, ul, ol, pre";

    private HtmlText() {}

    /** Without scripts, styles and what is not shown; blocks are lines. Nothing is loaded. */
    static String of(String html) {
        Document page = Jsoup.parse(html.replace("\r", ""));
        page.select("script, style, head, title, template, [hidden]").remove();
        for (Element element : page.select("*:not(pre *)")) {
            element.textNodes().forEach(node -> node.text(node.getWholeText().replaceAll("[\\s\\u00A0]+", " ")));
        }
        page.select("br").forEach(br -> br.after("\n"));
        page.select(BLOCKS).forEach(block -> block.prependText("\n").appendText("\n"));
        return page.wholeText()
                .replaceAll("[ \\t\\u00A0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{2,}", "\n")
                .strip();
    }
}
