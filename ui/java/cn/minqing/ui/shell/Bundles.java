package cn.minqing.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of the pages: every {@code messages/*.properties} of the class path, so that an area only has to put its
 * files there. Chinese is the default and stands in for what another language lacks. Dates among the arguments are
 * worded in the language.
 */
@Component
public class Bundles implements I18NProvider {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(Bundles.class);
    private static final String FOLDER = "classpath*:messages/*.properties";

    private final transient Map<Locale, Map<String, String>> texts = new HashMap<>();
    private final transient Set<String> missing = ConcurrentHashMap.newKeySet();

    Bundles() {
        Languages.ALL.forEach(locale -> texts.put(locale, new HashMap<>()));
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(FOLDER)) {
                read(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The message bundles cannot be read", e);
        }
    }

    private void read(Resource file) throws IOException {
        var name = String.valueOf(file.getFilename()).replace(".properties", "");
        var locale = name.endsWith("_en")
                ? Languages.ENGLISH
                : name.endsWith("_zh_TW") ? Languages.TRADITIONAL : Languages.SIMPLIFIED;
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var bundle = texts.get(locale);
        properties.forEach((key, value) -> {
            var other = bundle.put((String) key, (String) value);
            if (other != null && !other.equals(value)) {
                throw new IllegalStateException("Two texts for " + key + " in " + locale + ", one of them in " + name);
            }
        });
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    /** Whether there is a text of that key. */
    public boolean has(String key) {
        return texts.get(Languages.SIMPLIFIED).containsKey(key);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... args) {
        var language = Languages.closest(locale);
        var text = texts.get(language).get(key);
        if (text == null) {
            text = texts.get(Languages.SIMPLIFIED).get(key);
        }
        if (text == null) {
            if (missing.add(key)) {
                LOG.warn("No text for {}", key);
            }
            return key;
        }
        if (args.length == 0) {
            return text;
        }
        var worded = Arrays.stream(args).map(arg -> word(arg, language)).toArray();
        return new MessageFormat(text, language).format(worded);
    }

    @Override
    public Map<String, String> getAllTranslations(Locale locale) {
        var all = new HashMap<>(texts.get(Languages.SIMPLIFIED));
        all.putAll(texts.get(Languages.closest(locale)));
        return all;
    }

    private static Object word(Object arg, Locale language) {
        return switch (arg) {
            case Instant moment -> Dates.moment(moment, language);
            case LocalDate date -> Dates.date(date, language);
            default -> arg;
        };
    }
}
