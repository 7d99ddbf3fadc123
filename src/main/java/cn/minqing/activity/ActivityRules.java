package cn.minqing.activity;

import cn.minqing.campaign.CampaignTemplate.ActivityKind;
import cn.minqing.campaign.CampaignTemplate.Ask;
import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must hold for the record of an activity; every fault is found at once. */
@Component
class ActivityRules {
    static final int TITLE = 100;
    static final int WORDS = 4000;
    static final int SHORT = 200;
    static final int REASON = 500;
    static final int MOST_DAYS = 92;
    static final int MOST_HOUSEHOLDS = 500;
    static final int MOST_CADRES = 500;
    static final int MOST_PARTICIPANTS = 100_000;
    static final BigDecimal MOST_YUAN = new BigDecimal("10000000");

    private final Areas areas;
    private final JdbcClient jdbc;
    private final AppClock clock;

    ActivityRules(Areas areas, JdbcClient jdbc, AppClock clock) {
        this.areas = areas;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<String, Message> faults(CampaignView campaign, ActivityKind kind, ActivityInput input, Set<UUID> participants) {
        var faults = new LinkedHashMap<String, Message>();
        text(faults, "title", input.title(), TITLE, true);
        days(faults, campaign, kind, input);
        place(faults, campaign, input);
        text(faults, "words", input.words(), WORDS, true);
        var number = input.participants();
        if (number != null && (number < 1 || number > MOST_PARTICIPANTS)) {
            faults.put("participants", Message.of("activity.participants", MOST_PARTICIPANTS));
        }
        if (kind.asks().contains(Ask.ENTERPRISE) && !enterprise(campaign, input.enterpriseId())) {
            faults.put("enterpriseId", Message.of("activity.enterprise"));
        }
        text(faults, "volunteers", input.volunteers(), SHORT, false);
        text(faults, "goods", input.goods(), SHORT, false);
        yuan(faults, "amount", input.amount());
        if (input.cadres().size() > MOST_CADRES || !participants.containsAll(input.cadres())) {
            faults.put("cadres", Message.of("activity.cadres"));
        }
        households(faults, campaign, input);
        return faults;
    }

    private void days(Map<String, Message> faults, CampaignView campaign, ActivityKind kind, ActivityInput input) {
        var from = input.from();
        var to = input.to() == null ? from : input.to();
        if (from == null || to == null) {
            faults.put("from", Message.of("activity.day"));
        } else if (from.isBefore(campaign.mobilizationStart())) {
            faults.put("from", Message.of("activity.tooEarly", campaign.mobilizationStart()));
        } else if (from.isAfter(clock.today())) {
            faults.put("from", Message.of("activity.future"));
        } else if (to.isAfter(clock.today())) {
            faults.put("to", Message.of("activity.future"));
        } else if (to.isBefore(from) || !kind.asks().contains(Ask.DAYS) && !to.equals(from)) {
            faults.put("to", Message.of("activity.lastDay"));
        } else if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            faults.put("to", Message.of("activity.manyDays", MOST_DAYS));
        }
    }

    private void place(Map<String, Message> faults, CampaignView campaign, ActivityInput input) {
        if (input.areaId() == null) {
            faults.put("areaId", Message.of("activity.place"));
            return;
        }
        try {
            var area = areas.get(input.areaId());
            if (!area.code().startsWith(campaign.areaCode())) {
                faults.put("areaId", Message.of("activity.place"));
            }
        } catch (EmptyResultDataAccessException e) {
            faults.put("areaId", Message.of("activity.place"));
        }
    }

    private boolean enterprise(CampaignView campaign, @Nullable UUID id) {
        return id != null
                && jdbc.sql("""
                        select exists (select from enterprise e join area a on a.id = e.area_id
                          where e.id = ? and a.code like ?)
                        """)
                        .params(id, campaign.areaCode() + "%")
                        .query(Boolean.class)
                        .single();
    }

    private void households(Map<String, Message> faults, CampaignView campaign, ActivityInput input) {
        var given = input.households();
        var ids = new HashSet<UUID>();
        given.forEach(one -> ids.add(one.householdId()));
        if (given.size() > MOST_HOUSEHOLDS || ids.size() < given.size()) {
            faults.put("households", Message.of("activity.householdsTwice", MOST_HOUSEHOLDS));
        } else if (!ids.isEmpty()
                && jdbc.sql("select count(*) from household where id in (:ids) and group_code like :area")
                                .param("ids", ids)
                                .param("area", campaign.areaCode() + "%")
                                .query(Integer.class)
                                .single()
                        < ids.size()) {
            faults.put("households", Message.of("activity.householdsElsewhere"));
        }
        for (var index = 0; index < given.size(); index++) {
            var field = "households[" + index + "].";
            yuan(faults, field + "amount", given.get(index).amount());
            text(faults, field + "goods", given.get(index).goods(), SHORT, false);
        }
    }

    private static void yuan(Map<String, Message> faults, String field, @Nullable BigDecimal amount) {
        if (amount != null
                && (amount.signum() <= 0
                        || amount.compareTo(MOST_YUAN) > 0
                        || amount.stripTrailingZeros().scale() > 2)) {
            faults.put(field, Message.of("activity.yuan"));
        }
    }

    static void text(Map<String, Message> faults, String field, String text, int most, boolean required) {
        if (required && text.isBlank()) {
            faults.put(field, Message.of("activity.missing." + field));
        } else if (text.strip().length() > most) {
            faults.put(field, Message.of("activity.tooLong", most));
        }
    }

    /** @throws UserError {@code form.invalid} */
    static void stopAt(Map<String, Message> faults) {
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
    }

    /** The level of places whose leader can say that something is there. */
    static boolean ofVillage(AreaLevel level) {
        return level == AreaLevel.VILLAGE || level == AreaLevel.GROUP;
    }

    /** The faults of a reason. */
    static void reason(String reason) {
        var faults = new LinkedHashMap<String, Message>();
        text(faults, "reason", reason, REASON, true);
        stopAt(faults);
    }

    static List<ActivityInput.Given> given(ActivityInput input, ActivityKind kind) {
        return kind.asks().contains(Ask.HOUSEHOLDS) ? input.households() : List.of();
    }
}
