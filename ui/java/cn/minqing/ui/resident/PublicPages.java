package cn.minqing.ui.resident;

import cn.minqing.ui.shell.Bundles;
import cn.minqing.ui.shell.Languages;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Fills the pages of {@code src/main/resources/pages}. Every value is escaped; the one style sheet stands in the page. */
@Component
class PublicPages {
    private static final String COOKIE = "language";
    private static final String CSS = read("public.css");

    /** Nothing is loaded and nothing runs: the style sheet is allowed by its hash. */
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'sha256-" + hash(CSS) + "'",
            "img-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final Map<Locale, String> NAMES =
            Map.of(Languages.SIMPLIFIED, "zh-CN", Languages.TRADITIONAL, "zh-Hant", Languages.ENGLISH, "en");

    private final Bundles bundles;
    private final Mustache.Compiler compiler = Mustache.compiler()
            .withEscaper(Escapers.HTML)
            .emptyStringIsFalse(true)
            .withLoader(name -> new StringReader(name.equals("public.css") ? CSS : read(name + ".html")));
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    PublicPages(Bundles bundles) {
        this.bundles = bundles;
    }

    /** The language: what the link asks for, else what was chosen before, else Simplified Chinese. */
    Locale language(HttpServletRequest request, HttpServletResponse response) {
        var asked = request.getParameter("lang");
        if (asked != null) {
            var chosen = locale(asked);
            var cookie = new Cookie(COOKIE, chosen.toLanguageTag());
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
            return chosen;
        }
        var cookies = request.getCookies();
        return cookies == null
                ? Languages.SIMPLIFIED
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(cookie -> locale(cookie.getValue()))
                        .findFirst()
                        .orElse(Languages.SIMPLIFIED);
    }

    private static Locale locale(@Nullable String tag) {
        return NAMES.keySet().stream()
                .filter(known -> known.toLanguageTag().equals(tag))
                .findFirst()
                .orElse(Languages.SIMPLIFIED);
    }

    String text(Locale language, String key, Object... args) {
        return bundles.getTranslation(key, language, args);
    }

    /** The first of these keys that has a text. */
    String firstText(Locale language, String... keys) {
        return text(
                language, Arrays.stream(keys).filter(bundles::has).findFirst().orElse(keys[keys.length - 1]));
    }

    ResponseEntity<String> page(int status, Locale language, String template, String title, Map<String, ?> values) {
        var model = new HashMap<String, Object>(values);
        model.put("lang", NAMES.getOrDefault(language, "zh-CN"));
        model.put("title", title);
        model.put(
                "languages",
                List.of(Languages.SIMPLIFIED, Languages.TRADITIONAL, Languages.ENGLISH).stream()
                        .map(one -> Map.of(
                                "tag", one.toLanguageTag(),
                                "code", NAMES.getOrDefault(one, ""),
                                "name", text(one, "shell.language." + one.toLanguageTag()),
                                "chosen", one.equals(language)))
                        .toList());
        model.put("t", (Mustache.Lambda) (fragment, out) ->
                out.write(Escapers.HTML.escape(text(language, fragment.execute().strip()))));
        var html = templates
                .computeIfAbsent(template, name -> compiler.compile(read(name + ".html")))
                .execute(model);
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.COOKIE)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html);
    }

    /** Whom a limit is counted for: the address, of the sixth version the network of the subscriber. */
    static String address(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var parts = address.split(":");
        return parts.length > 4 ? String.join(":", Arrays.copyOf(parts, 4)) : address;
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String file) {
        try (var content = new ClassPathResource("pages/" + file).getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
