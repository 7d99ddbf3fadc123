package cn.minqing.ui.resident;

import cn.minqing.duty.DutyBoard;
import cn.minqing.ledger.NoticeBoard;
import cn.minqing.organization.Area;
import cn.minqing.platform.RateLimits;
import cn.minqing.platform.RateLimits.Limit;
import cn.minqing.ui.shell.Dates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The notice board, for everybody: of all villages, or of one. */
@Controller
class NoticeBoardController {
    private static final String PATH = "/notice-board";

    private final NoticeBoard board;
    private final RateLimits limits;
    private final PublicPages pages;
    private final DutyBoard duty;

    NoticeBoardController(NoticeBoard board, RateLimits limits, PublicPages pages, DutyBoard duty) {
        this.board = board;
        this.duty = duty;
        this.limits = limits;
        this.pages = pages;
    }

    @GetMapping("/notice-board")
    ResponseEntity<String> all(
            @RequestParam(defaultValue = "") String after, HttpServletRequest request, HttpServletResponse response) {
        return show("", after, request, response);
    }

    @GetMapping("/notice-board/{areaCode}")
    ResponseEntity<String> of(
            @PathVariable String areaCode,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request,
            HttpServletResponse response) {
        return show(areaCode.matches("[0-9]{2,15}") ? areaCode : "x", after, request, response);
    }

    private ResponseEntity<String> show(
            String areaCode, String after, HttpServletRequest request, HttpServletResponse response) {
        var language = pages.language(request, response);
        var title = pages.text(language, "board.title");
        if (!limits.allow(Limit.PAGE_PER_ADDRESS, PublicPages.address(request))) {
            return pages.page(
                    HttpStatus.TOO_MANY_REQUESTS.value(),
                    language,
                    "unknown",
                    title,
                    Map.of("problem", pages.text(language, "card.slow")));
        }
        var page = board.page(areaCode, uuid(after));
        var model = new HashMap<String, Object>();
        var upcoming = duty.upcoming(areaCode);
        model.put("villages", villages(language, areaCode, upcoming.villages()));
        model.put("hasDuty", !upcoming.lines().isEmpty());
        model.put(
                "duty",
                upcoming.lines().stream().map(line -> duty(language, line)).toList());
        model.put(
                "notices",
                page.notices().stream().map(notice -> notice(language, notice)).toList());
        model.put(
                "more",
                page.next() == null ? "" : PATH + (areaCode.isEmpty() ? "" : "/" + areaCode) + "?after=" + page.next());
        return pages.page(200, language, "board", title, model);
    }

    private String duty(Locale language, DutyBoard.Line line) {
        return pages.text(
                language,
                "board.duty.line",
                Dates.date(line.day(), language),
                line.place(),
                line.leader() ? line.person() + " " + pages.text(language, "board.duty.leader") : line.person(),
                line.unit());
    }

    private List<Map<String, Object>> villages(Locale language, String chosen, List<Area> withDuty) {
        var shown = new ArrayList<Map<String, Object>>();
        shown.add(Map.of("name", pages.text(language, "board.all"), "path", PATH, "chosen", chosen.isEmpty()));
        var villages = Stream.concat(board.villages().stream(), withDuty.stream())
                .distinct()
                .sorted(Comparator.comparing(Area::code))
                .toList();
        for (Area village : villages) {
            shown.add(Map.of(
                    "name",
                    village.name(),
                    "path",
                    PATH + "/" + village.code(),
                    "chosen",
                    village.code().equals(chosen)));
        }
        return shown;
    }

    private Map<String, Object> notice(Locale language, NoticeBoard.Notice notice) {
        var model = new HashMap<String, Object>();
        model.put("what", notice.title());
        model.put("deed", notice.deed());
        model.put("village", notice.village());
        model.put(
                "month",
                DateTimeFormatter.ofPattern(pages.text(language, "ledger.monthPattern"))
                        .format(notice.month()));
        model.put(
                "who",
                pages.text(language, "card.owner", notice.owner(), pages.text(language, "role." + notice.ownerRole())));
        model.put("due", notice.deadline() == null ? "" : Dates.date(notice.deadline(), language));
        model.put("step", pages.text(language, "issue.state." + notice.state()));
        model.put("result", notice.result() == null ? "" : pages.text(language, "issue.result." + notice.result()));
        return model;
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
