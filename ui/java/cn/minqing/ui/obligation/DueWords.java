package cn.minqing.ui.obligation;

import cn.minqing.campaign.CampaignTemplate.Count;
import cn.minqing.campaign.CampaignTemplate.Every;
import cn.minqing.campaign.CampaignView;
import cn.minqing.obligation.Due;
import cn.minqing.obligation.Period;
import cn.minqing.obligation.WorkRecord;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Words what is due as people say it: 已做 2 天，还差 13 天，3月31日前. */
@Component
class DueWords {
    private final Dates dates;

    DueWords(Dates dates) {
        this.dates = dates;
    }

    static String text(String key, Object... args) {
        return I18NProvider.translate(locale(), key, args);
    }

    static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Locale.SIMPLIFIED_CHINESE : ui.getLocale();
    }

    /** 2 天, 3 户, 600 元. */
    static String amount(Due due, BigDecimal number) {
        var count = due.obligation().count() == null
                ? Count.ACTIVITIES
                : due.obligation().count();
        return text("due.count." + count, number.stripTrailingZeros().toPlainString());
    }

    String progress(Due due) {
        var done = amount(due, due.done());
        return due.met()
                ? text("due.met", done, amount(due, BigDecimal.valueOf(due.least())))
                : text("due.missing", done, amount(due, due.missing()), dates.due(due.by(), locale()));
    }

    /** 2013年3月, 第一季度 by its days, or the campaign's. */
    static String period(Every every, Period period) {
        return every == Every.MONTH
                ? DateTimeFormatter.ofPattern(text("due.monthFormat"), locale()).format(period.from())
                : text("due.period", period.from(), period.to());
    }

    /** How a kind of work is called in that campaign. */
    static String kind(CampaignView campaign, String code) {
        return campaign.template().activityKinds().stream()
                .filter(kind -> kind.code().equals(code))
                .map(kind -> kind.name())
                .findFirst()
                .or(() -> campaign.template().documentsDue().stream()
                        .filter(document -> document.id().equals(code))
                        .map(document -> document.name())
                        .findFirst())
                .orElseGet(() -> code.matches("visit\\.(home|meeting|duty|questionnaire|labour)|duty|meeting")
                        ? text("due.kind." + code)
                        : code);
    }

    /** Where the record can be looked at; empty for nowhere. */
    static String path(CampaignView campaign, WorkRecord record) {
        var activity = record.titled()
                && campaign.template().activityKinds().stream()
                        .anyMatch(kind -> kind.code().equals(record.kind()));
        if (activity) {
            return "activity/" + record.sourceId();
        }
        return record.householdId() == null ? "" : "household/" + record.householdId();
    }
}
