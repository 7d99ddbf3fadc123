package cn.minqing.campaign;

import cn.minqing.organization.Units;
import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table that goes with a notice (S2.10): each unit and cadre with the places and households they are in contact with,
 * as they are now.
 */
@Service
public class AnnexPaper {
    private static final int LONGEST = 3000;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Campaigns campaigns;
    private final Contacts contacts;
    private final ContactPoints points;
    private final Units units;
    private final Papers papers;
    private final AppClock clock;

    AnnexPaper(
            Campaigns campaigns, Contacts contacts, ContactPoints points, Units units, Papers papers, AppClock clock) {
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.points = points;
        this.units = units;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * One row.
     *
     * @param person empty where the unit itself is linked with the places
     * @param places with what they are linked for, where that is said
     * @param households head, group and number
     */
    public record Line(String unit, String person, List<String> places, List<String> households) {}

    record Page(String title, String unit, String date, List<Row> lines) {}

    record Row(String unit, String person, String places, String households) {}

    private record Key(String unit, String person, String id) {}

    /** Row by row, by unit, the unit itself before its cadres; what the current person may see. */
    @Transactional(readOnly = true)
    public List<Line> lines(UUID campaignId) {
        var rows = new LinkedHashMap<Key, Line>();
        points.lines(campaignId, null).forEach(line -> {
            var id = line.point().personId() == null
                    ? line.point().unitId()
                    : line.point().personId();
            row(rows, line.unitName(), line.personName(), id)
                    .places()
                    .add(
                            line.point().purpose().isEmpty()
                                    ? line.place()
                                    : papers.word("annexPlace")
                                            .replace("{0}", line.place())
                                            .replace("{1}", line.point().purpose()));
        });
        contacts.lines(campaignId, null)
                .forEach(line -> row(
                                rows,
                                line.unitName(),
                                line.personName(),
                                line.contact().personId())
                        .households()
                        .add(line.household().headName() + " " + line.place() + " "
                                + line.household().number()));
        var order = new LinkedHashMap<String, Integer>();
        rows.keySet().forEach(key -> order.putIfAbsent(key.unit(), order.size()));
        return rows.values().stream()
                .sorted(Comparator.comparingInt(line -> order.getOrDefault(line.unit(), 0)))
                .toList();
    }

    private static Line row(LinkedHashMap<Key, Line> rows, String unit, String person, UUID id) {
        return rows.computeIfAbsent(
                new Key(unit, person, id.toString()),
                key -> new Line(unit, person, new ArrayList<>(), new ArrayList<>()));
    }

    /**
     * As a table on A4.
     *
     * @return a PDF
     * @throws UserError {@code campaign.annex.tooMany} for more than fits on paper
     */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID campaignId) {
        var campaign = campaigns.view(campaignId);
        var lines = lines(campaignId);
        if (lines.size() > LONGEST) {
            throw new UserError("campaign.annex.tooMany", LONGEST);
        }
        var separator = papers.word("separator");
        return papers.print(
                "contact-annex",
                new Page(
                        papers.word("annexTitle").replace("{0}", campaign.name()),
                        units.get(campaign.hostUnitId()).name(),
                        DATE.format(clock.today()),
                        lines.stream()
                                .map(line -> new Row(
                                        line.unit(),
                                        line.person(),
                                        String.join(separator, line.places()),
                                        String.join(separator, line.households())))
                                .toList()));
    }
}
