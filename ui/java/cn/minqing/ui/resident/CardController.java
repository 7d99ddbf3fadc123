package cn.minqing.ui.resident;

import cn.minqing.assessment.Polls;
import cn.minqing.ledger.ResidentCards;
import cn.minqing.ledger.ResidentCards.Card;
import cn.minqing.ledger.ResidentCards.Own;
import cn.minqing.platform.Ids;
import cn.minqing.platform.RateLimits;
import cn.minqing.platform.RateLimits.Limit;
import cn.minqing.platform.UserError;
import cn.minqing.ui.shell.Dates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind the code of a contact card: who the contact is, how the household's matters stand, a new matter, an
 * answer. A code that stands for nothing always gets the same page, whatever the reason, and only so many tries.
 */
@Controller
class CardController {
    private static final String PATH = "/card";
    private static final Set<String> DONE = Set.of("answered", "withdrawn", "polled");
    private static final int LONGEST = 4000;
    private static final int UNKNOWN = HttpStatus.NOT_FOUND.value();
    private static final int TOO_MANY = HttpStatus.TOO_MANY_REQUESTS.value();
    private static final int FAULTY = HttpStatus.UNPROCESSABLE_CONTENT.value();

    private final ResidentCards cards;
    private final Polls polls;
    private final RateLimits limits;
    private final PublicPages pages;

    CardController(ResidentCards cards, Polls polls, RateLimits limits, PublicPages pages) {
        this.cards = cards;
        this.polls = polls;
        this.limits = limits;
        this.pages = pages;
    }

    /** What a resident sent in, kept when it could not be taken. */
    private record Typed(
            String number,
            String words,
            @Nullable Boolean satisfied,
            boolean proxy,
            String category,
            boolean urgent,
            UUID key) {
        static Typed nothing() {
            return new Typed("", "", null, false, "", false, Ids.next());
        }
    }

    @GetMapping("/card")
    ResponseEntity<String> ask(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var wanted = code.replaceAll("[\\s-]", "");
        if (wanted.matches("[0-9A-Za-z]{1,20}")) {
            return to(PATH + "/" + wanted);
        }
        var language = pages.language(request, response);
        return limited(request, language, () -> unknown(200, language, null));
    }

    @GetMapping("/card/{code}")
    ResponseEntity<String> show(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            HttpServletResponse response) {
        var language = pages.language(request, response);
        return limited(request, language, () -> {
            var card = cards.find(code);
            if (card.isEmpty()) {
                return unknownCode(request, language);
            }
            var known =
                    card.get().issues().stream().anyMatch(one -> one.number().equals(done));
            var message = known
                    ? pages.text(language, "card.registered", done)
                    : DONE.contains(done) ? pages.text(language, "card.done." + done) : "";
            var again = request.getParameter("again") != null ? pages.text(language, "card.again") : "";
            return card(200, language, request, card.get(), message, again, Map.of(), Typed.nothing());
        });
    }

    @PostMapping("/card/{code}/issues")
    ResponseEntity<String> register(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean urgent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = new Typed("", clean(words), null, false, category, urgent, uuid(key));
        return change(
                code,
                request,
                response,
                typed,
                () -> cards.register(code, typed.key(), category, typed.words(), urgent)
                        .map(number -> number + "#own")
                        .orElse(null));
    }

    @PostMapping("/card/{code}/answer")
    ResponseEntity<String> answer(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String satisfied,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean proxy,
            HttpServletRequest request,
            HttpServletResponse response) {
        var yes = satisfied.equals("yes");
        var typed = new Typed(number, clean(words), satisfied.isEmpty() ? null : yes, proxy, "", false, Ids.next());
        return change(
                code,
                request,
                response,
                typed,
                () -> cards.answer(code, number, yes, typed.words(), proxy) ? "answered" : null);
    }

    @PostMapping("/card/{code}/withdraw")
    ResponseEntity<String> withdraw(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = new Typed(number, clean(words), null, false, "", false, Ids.next());
        return change(
                code, request, response, typed, () -> cards.withdraw(code, number, typed.words()) ? "withdrawn" : null);
    }

    /** The household's own answer to the satisfaction poll (S7.13). */
    @PostMapping("/card/{code}/poll")
    ResponseEntity<String> poll(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String overall,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response) {
        var answers = Map.of("overall", overall, "words", clean(words));
        return change(
                code, request, response, Typed.nothing(), () -> polls.answerByCard(code, answers) ? "polled" : null);
    }

    /** Where the page of the card is whose form was sent. */
    static String page(HttpServletRequest request) {
        var parts = request.getRequestURI().split("/");
        return parts.length > 2 && parts[2].matches("[0-9A-Za-z]{1,20}") ? PATH + "/" + parts[2] : PATH;
    }

    /** Does what was sent in and shows the page anew by its address, so that reloading does nothing twice. */
    private ResponseEntity<String> change(
            String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Typed typed,
            Supplier<@Nullable String> action) {
        var language = pages.language(request, response);
        return limited(request, language, () -> {
            var card = cards.find(code);
            if (card.isEmpty()) {
                return unknownCode(request, language);
            }
            if (!limits.allow(Limit.CHANGE_PER_CODE, card.get().code())
                    || !limits.allow(Limit.CHANGE_PER_ADDRESS, PublicPages.address(request))) {
                return card(
                        TOO_MANY,
                        language,
                        request,
                        card.get(),
                        "",
                        pages.text(language, "card.tooMany"),
                        Map.of(),
                        typed);
            }
            try {
                var done = action.get();
                return done == null
                        ? unknownCode(request, language)
                        : to(PATH + "/" + card.get().code() + "?done=" + done);
            } catch (UserError error) {
                return card(
                        FAULTY,
                        language,
                        request,
                        card.get(),
                        "",
                        text(language, error.message()),
                        error.fields(),
                        typed);
            } catch (ConcurrencyFailureException error) {
                return card(
                        FAULTY,
                        language,
                        request,
                        card.get(),
                        "",
                        pages.text(language, "error.stale"),
                        Map.of(),
                        typed);
            }
        });
    }

    private ResponseEntity<String> limited(
            HttpServletRequest request, Locale language, Supplier<ResponseEntity<String>> page) {
        var address = PublicPages.address(request);
        if (limits.exhausted(Limit.UNKNOWN_PER_ADDRESS, address) || !limits.allow(Limit.PAGE_PER_ADDRESS, address)) {
            return unknown(TOO_MANY, language, "card.slow");
        }
        return page.get();
    }

    private ResponseEntity<String> unknownCode(HttpServletRequest request, Locale language) {
        limits.allow(Limit.UNKNOWN_PER_ADDRESS, PublicPages.address(request));
        return unknown(UNKNOWN, language, "card.unknown");
    }

    private ResponseEntity<String> unknown(int status, Locale language, @Nullable String problem) {
        return pages.page(
                status,
                language,
                "unknown",
                pages.text(language, "card.title"),
                Map.of("problem", problem == null ? "" : pages.text(language, problem)));
    }

    private ResponseEntity<String> card(
            int status,
            Locale language,
            HttpServletRequest request,
            Card card,
            String message,
            String problem,
            Map<String, UserError.Message> faults,
            Typed typed) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var model = new HashMap<String, Object>();
        model.put("csrfName", token.getParameterName());
        model.put("csrf", token.getToken());
        model.put("path", PATH + "/" + card.code());
        model.put("campaign", card.campaignName());
        model.put("surname", card.surname());
        model.put("message", message);
        model.put("problem", problem);
        model.put("contact", card.contactName());
        model.put("position", card.contactPosition());
        model.put("unit", card.contactUnit());
        model.put("polled", polls.ofCard(card.code()).isPresent());
        var fault = faults.containsKey("words") ? text(language, faults.get("words")) : "";
        model.put(
                "issues",
                card.issues().stream()
                        .map(one -> issue(language, one, typed, fault))
                        .toList());
        var about = typed.number().isEmpty();
        model.put("newWords", about ? typed.words() : "");
        model.put("newFault", about ? fault : "");
        model.put("urgent", typed.urgent());
        model.put("key", typed.key().toString());
        var chosen = typed.category().isEmpty() ? "other" : typed.category();
        model.put(
                "categories",
                card.categories().stream()
                        .map(choice -> Map.of(
                                "code", choice.code(),
                                "name", choice.name(),
                                "chosen", choice.code().equals(chosen)))
                        .toList());
        return pages.page(status, language, "card", pages.text(language, "card.title"), model);
    }

    private Map<String, Object> issue(Locale language, Own own, Typed typed, String fault) {
        var mine = own.number().equals(typed.number());
        var model = new HashMap<String, Object>();
        model.put("number", own.number());
        model.put("what", own.title());
        model.put("registered", pages.text(language, "card.registeredOn", own.registeredOn()));
        model.put("step", pages.firstText(language, "card.state." + own.state(), "issue.state." + own.state()));
        model.put(
                "who",
                pages.text(language, "card.owner", own.owner(), pages.text(language, "role." + own.ownerRole())));
        model.put("due", own.deadline() == null ? "" : Dates.date(own.deadline(), language));
        model.put("result", own.result() == null ? "" : pages.text(language, "issue.result." + own.result()));
        model.put("answer", own.answer());
        model.put("asked", own.asked());
        model.put("withdraw", own.mayWithdraw());
        model.put("yes", mine && Boolean.TRUE.equals(typed.satisfied()));
        model.put("no", mine && Boolean.FALSE.equals(typed.satisfied()));
        model.put("words", mine ? typed.words() : "");
        model.put("proxy", mine && typed.proxy());
        model.put("fault", mine ? fault : "");
        return model;
    }

    private String text(Locale language, UserError.Message message) {
        return pages.text(language, "error." + message.code(), message.args().toArray());
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** Longer than any form allows is cut before anything looks at it; what cannot be seen is taken out. */
    private static String clean(String words) {
        var short_ = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return short_.replace("\r\n", "\n").replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n\\t]]", "");
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return Ids.next();
        }
    }
}
