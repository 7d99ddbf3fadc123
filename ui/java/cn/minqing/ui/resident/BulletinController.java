package cn.minqing.ui.resident;

import cn.minqing.bulletin.Bulletin;
import cn.minqing.bulletin.BulletinBoard;
import cn.minqing.platform.RateLimits;
import cn.minqing.platform.RateLimits.Limit;
import cn.minqing.ui.shell.Dates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The published bulletins (S8.7) for everybody, signed in or not. */
@RestController
class BulletinController {
    private static final String PATH = "/notice-board/bulletins";
    private static final int PAGE = 10;

    private final BulletinBoard board;
    private final RateLimits limits;
    private final PublicPages pages;

    BulletinController(BulletinBoard board, RateLimits limits, PublicPages pages) {
        this.board = board;
        this.limits = limits;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ResponseEntity<String> list(
            @RequestParam(defaultValue = "") String after, HttpServletRequest request, HttpServletResponse response) {
        var language = pages.language(request, response);
        var title = pages.text(language, "bulletin.board.title");
        if (!limits.allow(Limit.PAGE_PER_ADDRESS, PublicPages.address(request))) {
            return pages.page(
                    HttpStatus.TOO_MANY_REQUESTS.value(),
                    language,
                    "unknown",
                    title,
                    Map.of("problem", pages.text(language, "card.slow")));
        }
        var page = board.published(uuid(after), PAGE);
        var model = new HashMap<String, Object>();
        model.put(
                "bulletins",
                page.bulletins().stream().map(one -> words(language, one)).toList());
        model.put("more", page.next() == null ? "" : PATH + "?after=" + page.next());
        return pages.page(HttpStatus.OK.value(), language, "bulletins", title, model);
    }

    private Map<String, Object> words(Locale language, Bulletin one) {
        return Map.of(
                "heading", one.title(),
                "number", pages.text(language, "bulletin.number", one.number()),
                "campaign", one.campaign(),
                "host", one.host(),
                "date", one.publishedAt() == null ? "" : Dates.moment(one.publishedAt(), language),
                "lines",
                        List.copyOf(one.body()
                                .lines()
                                .filter(line -> !line.isBlank())
                                .toList()));
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
