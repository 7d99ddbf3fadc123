package cn.minqing.assessment;

import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Good practices that the leading group has made rules (S7.14); everybody who has to do with the campaign reads them. */
@Service
@Transactional
public class Practices {
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST = 5000;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final AppClock clock;
    private final Audit audit;

    Practices(JdbcClient jdbc, Campaigns campaigns, AppClock clock, Audit audit) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * A practice to be made a rule.
     *
     * @param clientKey made by the page, so that sending it again adopts nothing twice
     * @param unitId whose practice it was; null when it is nobody's alone
     */
    public record NewPractice(
            UUID clientKey, @Nullable UUID unitId, String title, String rule, LocalDate effectiveOn) {}

    /**
     * Makes a practice a rule, also after the campaign is archived; for the leading group.
     *
     * @throws UserError {@code form.invalid} with faults of {@code title, rule}
     */
    public UUID adopt(UUID campaignId, NewPractice input) {
        var actor = Actors.current();
        actor.require(Role.LEADING_GROUP, campaigns.get(campaignId).hostUnitId());
        var faults = new LinkedHashMap<String, Message>();
        if (input.title().isBlank() || input.title().length() > LONGEST_TITLE) {
            faults.put("title", Message.of("practice.title", LONGEST_TITLE));
        }
        if (input.rule().isBlank() || input.rule().length() > LONGEST) {
            faults.put("rule", Message.of("practice.rule", LONGEST));
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        var id = Ids.next();
        var written = jdbc.sql("""
                insert into adopted_practice (id, client_key, campaign_id, unit_id, title, rule, effective_on, adopted_by,
                  adopted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (client_key) do nothing
                """)
                .params(
                        id,
                        input.clientKey(),
                        campaignId,
                        input.unitId(),
                        input.title().strip(),
                        input.rule().strip(),
                        input.effectiveOn(),
                        actor.id(),
                        Timestamp.from(clock.now()))
                .update();
        if (written == 0) {
            return jdbc.sql("select id from adopted_practice where client_key = ?")
                    .param(input.clientKey())
                    .query(UUID.class)
                    .single();
        }
        audit.record(actor.id(), "practice.adopted", "PRACTICE", id, Map.of("campaign", campaignId));
        return id;
    }

    /** The rules of a campaign, newest first, for whoever has to do with it. */
    @Transactional(readOnly = true)
    public List<Practice> ofCampaign(UUID campaignId) {
        campaigns.view(campaignId);
        return jdbc.sql("""
                select a.id, coalesce(u.name, '') as unit_name, a.title, a.rule, a.effective_on, p.name as adopted_by
                from adopted_practice a left join unit u on u.id = a.unit_id join person p on p.id = a.adopted_by
                where a.campaign_id = ? and a.withdrawn_at is null order by a.id desc
                """).param(campaignId).query(Practice.class).list();
    }
}
