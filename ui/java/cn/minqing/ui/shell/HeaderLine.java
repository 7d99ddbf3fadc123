package cn.minqing.ui.shell;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import cn.minqing.organization.Actor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The line on top of every page: in which campaign, and for which area or unit, somebody works. */
@Component
class HeaderLine {
    private static final int MAX_SCOPES = 2;
    private static final int LOOKED_AT = 5;

    private final Campaigns campaigns;

    HeaderLine(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    String text() {
        var campaign = campaigns.page(null, LOOKED_AT).lines().stream()
                .filter(line -> line.phase() != Phase.ARCHIVED)
                .map(Campaigns.Line::name)
                .limit(1);
        var scopes = CurrentRole.grants().stream()
                .map(Actor.Grant::scopeName)
                .distinct()
                .limit(MAX_SCOPES);
        return Stream.concat(campaign, scopes).collect(Collectors.joining(" · "));
    }
}
