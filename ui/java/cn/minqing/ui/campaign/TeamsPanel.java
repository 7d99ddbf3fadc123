package cn.minqing.ui.campaign;

import cn.minqing.campaign.ContactPoint;
import cn.minqing.campaign.ContactPoints;
import cn.minqing.campaign.Teams;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.supervision.FormDialog;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The teams of a campaign, formed, changed and dissolved while its plan is drafted. */
final class TeamsPanel extends Div {
    private final transient Teams teams;
    private final transient ContactPoints points;
    private final UUID campaignId;
    private final transient Runnable changed;

    TeamsPanel(Teams teams, ContactPoints points, UUID campaignId, Runnable changed) {
        this.teams = teams;
        this.points = points;
        this.campaignId = campaignId;
        this.changed = changed;
        setId("plan-teams");
        addClassName("campaign-stack");
        show();
    }

    private void show() {
        removeAll();
        add(Pieces.muted(getTranslation("campaigns.teams.help")));
        var places = places().stream()
                .collect(Collectors.toMap(ContactPoints.Place::id, ContactPoints.Place::name, (a, b) -> a));
        for (var team : teams.of(campaignId)) {
            var where = team.content().placeIds().stream()
                    .map(id -> places.getOrDefault(id, ""))
                    .collect(Collectors.joining("、"));
            var members = team.members().stream().map(Teams.Member::name).collect(Collectors.joining("、"));
            var edit = new Button(getTranslation("campaigns.teams.change"), event -> form(team));
            var dissolve = new Button(getTranslation("campaigns.teams.dissolve"), event -> {
                if (Notices.attempt(() -> teams.dissolve(team.id()))) {
                    Notices.success("campaigns.teams.dissolved");
                    refresh();
                }
            });
            var text = new Div(
                    Pieces.span("campaign-unit", team.content().name()),
                    Pieces.muted(getTranslation(
                            "campaigns.teams.line",
                            team.leaderName(),
                            team.members().size(),
                            members)),
                    Pieces.muted(
                            where.isEmpty()
                                    ? getTranslation("campaigns.teams.byRule")
                                    : getTranslation("campaigns.teams.where", where)));
            var row = new Div(text, edit, dissolve);
            row.addClassName("campaign-cadre");
            add(row);
        }
        var add = new Button(getTranslation("campaigns.teams.add"), event -> form(null));
        add.setId("team-add");
        add(add);
    }

    private void refresh() {
        show();
        changed.run();
    }

    private List<ContactPoints.Place> places() {
        return Stream.of(ContactPoint.Kind.VILLAGE, ContactPoint.Kind.COMMUNITY, ContactPoint.Kind.ENTERPRISE)
                .flatMap(kind -> points.places(campaignId, kind).stream())
                .toList();
    }

    private void form(Teams.@Nullable Team team) {
        var candidates = teams.candidates(campaignId);
        var places = places();
        var name = new TextField(getTranslation("campaigns.teams.name"));
        name.setId("team-name");
        name.setMaxLength(64);
        var leader = new ComboBox<Teams.Member>(getTranslation("campaigns.teams.leader"), candidates);
        leader.setId("team-leader");
        leader.setItemLabelGenerator(this::label);
        var members = new MultiSelectComboBox<Teams.Member>(getTranslation("campaigns.teams.members"), candidates);
        members.setId("team-members");
        members.setItemLabelGenerator(this::label);
        var where = new MultiSelectComboBox<ContactPoints.Place>(getTranslation("campaigns.teams.places"), places);
        where.setId("team-places");
        where.setItemLabelGenerator(ContactPoints.Place::name);
        where.setHelperText(getTranslation("campaigns.teams.places.help"));
        if (team != null) {
            name.setValue(team.content().name());
            candidates.stream()
                    .filter(one -> one.personId().equals(team.content().leaderId()))
                    .findFirst()
                    .ifPresent(leader::setValue);
            members.setValue(candidates.stream()
                    .filter(one -> team.content().memberIds().contains(one.personId()))
                    .toList());
            where.setValue(places.stream()
                    .filter(one -> team.content().placeIds().contains(one.id()))
                    .toList());
        }
        Map<String, HasValidation> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("leaderId", leader);
        fields.put("memberIds", members);
        fields.put("placeIds", where);
        new FormDialog(
                        "campaigns.teams.form",
                        fields,
                        () -> save(team, name.getValue(), leader.getValue(), members, where),
                        this::refresh)
                .open();
    }

    private void save(
            Teams.@Nullable Team team,
            String name,
            Teams.@Nullable Member leader,
            MultiSelectComboBox<Teams.Member> members,
            MultiSelectComboBox<ContactPoints.Place> where) {
        if (leader == null) {
            throw UserError.invalid(Map.of("leaderId", Message.of("campaign.team.leader")));
        }
        var content = new Teams.Content(
                name,
                leader.personId(),
                new ArrayList<>(members.getValue())
                        .stream().map(Teams.Member::personId).toList(),
                where.getValue().stream().map(ContactPoints.Place::id).toList());
        if (team == null) {
            teams.form(campaignId, content);
        } else {
            teams.change(team.id(), content);
        }
    }

    private String label(Teams.Member member) {
        return getTranslation("campaigns.teams.member", member.name(), member.unit());
    }
}
