package cn.minqing.meeting;

import cn.minqing.issue.IssueState;
import cn.minqing.ledger.MonthReports;
import cn.minqing.meeting.AgendaItem.Section;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The agenda of a council day (民主议政日, S7.11) out of the month's frozen ledger: what was closed, the list of the next
 * month, the good deeds. Only what the office approved for the public is in it.
 */
@Component
class CouncilAgenda {
    private final JdbcClient jdbc;
    private final MonthReports reports;

    CouncilAgenda(JdbcClient jdbc, MonthReports reports) {
        this.jdbc = jdbc;
        this.reports = reports;
    }

    void compile(UUID meetingId, UUID campaignId, String areaCode) {
        jdbc.sql("delete from meeting_agenda where meeting_id = ?")
                .param(meetingId)
                .update();
        reports.last(campaignId, areaCode).ifPresent(month -> {
            var sections = new EnumMap<Section, List<MonthReports.Item>>(Section.class);
            for (var item : month.items()) {
                if (item.state() == IssueState.CLOSED) {
                    add(sections, Section.CLOSED, item);
                } else if (!item.state().ended()) {
                    add(sections, Section.NEXT, item);
                }
                if (item.deed()) {
                    add(sections, Section.DEED, item);
                }
            }
            sections.forEach((section, items) -> write(meetingId, section, items));
        });
    }

    private static void add(Map<Section, List<MonthReports.Item>> sections, Section section, MonthReports.Item item) {
        sections.computeIfAbsent(section, key -> new ArrayList<>()).add(item);
    }

    private void write(UUID meetingId, Section section, List<MonthReports.Item> items) {
        for (var at = 0; at < items.size(); at++) {
            jdbc.sql("insert into meeting_agenda (meeting_id, section, position, number, words) values (?, ?, ?, ?, ?)")
                    .params(
                            meetingId,
                            section.name(),
                            at,
                            items.get(at).number(),
                            items.get(at).title())
                    .update();
        }
    }

    List<AgendaItem> of(UUID meetingId) {
        return jdbc.sql(
                        "select section, number, words from meeting_agenda where meeting_id = ? order by section, position")
                .param(meetingId)
                .query((row, number) -> new AgendaItem(
                        Section.valueOf(row.getString("section")), row.getString("number"), row.getString("words")))
                .list();
    }
}
