package cn.minqing.papers;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Prints papers: fills a template of {@code processes/templates/papers} and makes an A4 PDF of it. Every value is
 * escaped, a template cannot switch that off, and nothing outside the page is loaded: only {@code data:} images are.
 */
@Component
public class Papers {
    private static final String FOLDER = "processes/templates/papers/";
    private static final List<Font> FONTS =
            List.of(new Font("Latin", "OpenSans-Regular.ttf"), new Font("Han", "DroidSansFallbackFull.ttf"));

    /** Mustache writes without escaping for {@code {{{x}}}} and {@code {{&x}}}, and lets a template change delimiters. */
    private static final Pattern UNESCAPED = Pattern.compile("\\{\\{\\s*[{&=]");

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final Mustache.Compiler templates = Mustache.compiler()
            .withEscaper(text -> Escapers.HTML.escape(NOT_XML.matcher(text).replaceAll("")))
            .emptyStringIsFalse(true)
            .withLoader(Papers::source);

    private record Font(String family, byte[] bytes) {
        Font(String family, String file) {
            this(family, read("fonts/" + file));
        }
    }

    private final Properties words = new Properties();

    Papers() {
        try (var text = new StringReader(new String(read(FOLDER + "words.properties"), StandardCharsets.UTF_8))) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /**
     * Prints a paper.
     *
     * @param template name of a file in {@code processes/templates/papers}, without {@code .html}
     * @param model a record or map with what the template names; a missing value is an error, not an empty place
     * @return the PDF
     */
    public byte[] print(String template, Object model) {
        return pdf(html(template, model));
    }

    /**
     * Fills a plain text in which lines {@code ## <name>} begin a section: what a form is prefilled with.
     *
     * @param template name of a file in {@code processes/templates/papers}, without {@code .txt}
     * @return the text of each section by its name
     */
    public Map<String, String> sections(String template, Object model) {
        var text = new String(read(FOLDER + template + ".txt"), StandardCharsets.UTF_8);
        var filled = Mustache.compiler()
                .escapeHTML(false)
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .compile(text)
                .execute(model);
        var sections = new LinkedHashMap<String, String>();
        for (var part : ("\n" + filled).split("\n## ")) {
            var end = part.indexOf('\n');
            if (end > 0) {
                sections.put(part.substring(0, end).strip(), part.substring(end).strip());
            }
        }
        return sections;
    }

    /**
     * A word that papers use for a code, from {@code words.properties} beside the templates.
     *
     * @throws IllegalArgumentException for a code without a word
     */
    public String word(String code) {
        var word = words.getProperty(code);
        if (word == null) {
            throw new IllegalArgumentException("No word for " + code);
        }
        return word;
    }

    /** The filled template, before it is laid out on pages. */
    String html(String template, Object model) {
        return templates.compile(source(template)).execute(model);
    }

    private static byte[] pdf(String html) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .withW3cDocument(parse(html), "")
                .withProducer("minqing")
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.startsWith("data:"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.startsWith("data:"),
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        FONTS.forEach(font -> builder.useFont(() -> new ByteArrayInputStream(font.bytes()), font.family()));
        try {
            builder.toStream(pdf).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static Document parse(String html) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("The template is not well-formed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader source(String name) {
        var text = new String(read(FOLDER + name + ".html"), StandardCharsets.UTF_8);
        if (UNESCAPED.matcher(text).find()) {
            throw new IllegalArgumentException("Paper " + name + " would print values unescaped");
        }
        return new StringReader(text);
    }

    private static byte[] read(String path) {
        try (var content = new ClassPathResource(path).getInputStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
