package cn.minqing.bulletin;

import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The published bulletins, on the notice board for everybody and on paper. */
@Service
@Transactional(readOnly = true)
public class BulletinBoard {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final BulletinRows rows;
    private final Bulletins bulletins;
    private final Papers papers;
    private final AppClock clock;

    BulletinBoard(BulletinRows rows, Bulletins bulletins, Papers papers, AppClock clock) {
        this.rows = rows;
        this.bulletins = bulletins;
        this.papers = papers;
        this.clock = clock;
    }

    /** What is published, newest first; for everybody, signed in or not. */
    public Bulletins.Page published(@Nullable UUID after, int limit) {
        return rows.page(List.of(), after, limit);
    }

    /**
     * One bulletin on paper, marked as a draft until it is published.
     *
     * @return a PDF
     * @throws UserError {@code forbidden}
     */
    public byte[] pdf(UUID id) {
        var bulletin = bulletins.get(id);
        var model = new HashMap<String, Object>();
        var published = bulletin.publishedAt();
        model.put("campaign", bulletin.campaign());
        model.put("host", bulletin.host());
        model.put("draft", published == null);
        model.put(
                "number",
                published == null ? "" : MessageFormat.format(papers.word("bulletin.number"), bulletin.number()));
        model.put(
                "date", DATE.format(published == null ? clock.today() : LocalDate.ofInstant(published, AppClock.ZONE)));
        model.put("signer", bulletin.signer());
        model.put("title", bulletin.title());
        model.put(
                "paragraphs",
                Stream.of(bulletin.body().split("\n"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
        return papers.print("bulletin", model);
    }
}
