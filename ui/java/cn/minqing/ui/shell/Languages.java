package cn.minqing.ui.shell;

import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which language somebody reads. The choice is kept with the person, and in a cookie for the sign-in page; without
 * one it is Simplified Chinese, whatever the browser prefers.
 */
@Component
public class Languages implements VaadinServiceInitListener {
    public static final Locale SIMPLIFIED = Locale.SIMPLIFIED_CHINESE;
    public static final Locale TRADITIONAL = Locale.TRADITIONAL_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;
    static final List<Locale> ALL = List.of(SIMPLIFIED, TRADITIONAL, ENGLISH);

    private static final String COOKIE = "language";
    private static final String CHOSEN = Languages.class.getName() + ".chosen";

    private final People people;

    Languages(People people) {
        this.people = people;
    }

    /** The language we have that is nearest to the wanted one. */
    static Locale closest(Locale wanted) {
        if (wanted.getLanguage().equals(ENGLISH.getLanguage())) {
            return ENGLISH;
        }
        var traditional =
                "Hant".equals(wanted.getScript()) || List.of("TW", "HK", "MO").contains(wanted.getCountry());
        return traditional ? TRADITIONAL : SIMPLIFIED;
    }

    /** How {@code <html lang>} names it. */
    static String htmlName(Locale locale) {
        return closest(locale).equals(TRADITIONAL) ? "zh-Hant" : closest(locale).toLanguageTag();
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(e -> e.getSession().setLocale(wanted(e.getRequest())));
        event.getSource().addUIInitListener(e -> {
            var locale = wanted(VaadinRequest.getCurrent());
            e.getUI().getSession().setLocale(locale);
            e.getUI().setLocale(locale);
            e.getUI().getPage().executeJs("document.documentElement.lang = $0", htmlName(locale));
        });
        event.addIndexHtmlRequestListener(page ->
                page.getDocument().getElementsByTag("html").attr("lang", htmlName(wanted(page.getVaadinRequest()))));
    }

    /** Switches the language, remembers it, and shows the page anew. */
    void choose(Locale locale) {
        var tag = locale.toLanguageTag();
        Actors.find()
                .ifPresentOrElse(
                        actor -> people.setLanguage(actor.id(), tag),
                        () -> VaadinSession.getCurrent().setAttribute(CHOSEN, tag));
        var cookie = new Cookie(COOKIE, tag);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        VaadinService.getCurrentResponse().addCookie(cookie);
        VaadinSession.getCurrent().setLocale(locale);
        UI.getCurrent().getPage().reload();
    }

    private Locale wanted(VaadinRequest request) {
        return ofPerson().or(() -> ofCookie(request)).orElse(SIMPLIFIED);
    }

    /** What was chosen on the sign-in page a moment ago counts more than what the person chose some day. */
    private Optional<Locale> ofPerson() {
        var actor = Actors.find();
        if (actor.isEmpty()) {
            return Optional.empty();
        }
        var session = VaadinSession.getCurrent();
        if (session != null && session.getAttribute(CHOSEN) instanceof String chosen) {
            people.setLanguage(actor.get().id(), chosen);
            session.setAttribute(CHOSEN, null);
        }
        return people.language(actor.get().id()).map(Languages::parse);
    }

    private static Optional<Locale> ofCookie(VaadinRequest request) {
        var cookies = request == null ? null : request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(cookie -> parse(cookie.getValue()))
                        .findFirst();
    }

    private static Locale parse(String tag) {
        return closest(Locale.forLanguageTag(tag));
    }
}
