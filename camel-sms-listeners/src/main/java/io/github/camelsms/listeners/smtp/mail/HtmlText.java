package io.github.camelsms.listeners.smtp.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The text of an HTML page. */
final class HtmlText {

    /** What mail programs put around the mail that is answered. */
    private static final String QUOTES =
            "blockquote[type=cite], blockquote.gmail_quote, blockquote.protonmail_quote, .gmail_quote blockquote";

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
        page.select(QUOTES).forEach(quote -> quote.replaceWith(new TextNode(quoted(lines(quote.wholeText())))));
        return lines(page.wholeText());
    }

    private static String lines(String text) {
        return text.replaceAll("[ \\t\\u00A0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{2,}", "\n")
                .strip();
    }

    /** As plain mails quote. */
    private static String quoted(String text) {
        return "\n" + text.replaceAll("(?m)^", "> ") + "\n";
    }
}
