package cn.minqing.meeting;

import cn.minqing.campaign.Campaigns;
import cn.minqing.meeting.AgendaItem.Section;
import cn.minqing.papers.Papers;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints a meeting: the agenda of a council day (S7.11), or plan, minutes and opinions of any other (S3.6, S5.2). */
@Service
public class MeetingPaper {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Meetings meetings;
    private final Opinions opinions;
    private final Campaigns campaigns;
    private final Papers papers;

    MeetingPaper(Meetings meetings, Opinions opinions, Campaigns campaigns, Papers papers) {
        this.meetings = meetings;
        this.opinions = opinions;
        this.campaigns = campaigns;
        this.papers = papers;
    }

    record Line(int at, String number, String words) {}

    record Said(int at, String words, String wish, String outcome) {}

    record Page(
            String title,
            String campaign,
            String unit,
            String date,
            String place,
            String invited,
            boolean council,
            boolean anyClosed,
            List<Line> closed,
            boolean anyNext,
            List<Line> next,
            boolean anyDeeds,
            List<Line> deeds,
            boolean held,
            String attendance,
            List<String> minutes,
            boolean anySaid,
            List<Said> said) {}

    /**
     * The paper of one meeting. Speakers and households are left out: it is read aloud and filed.
     *
     * @return a PDF
     */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID meetingId) {
        return papers.print("meeting", page(meetingId));
    }

    Page page(UUID meetingId) {
        var meeting = meetings.view(meetingId);
        var agenda = meetings.agenda(meetingId);
        var said = meeting.readable() ? opinions.of(meetingId) : List.<Opinion>of();
        var closed = lines(agenda, Section.CLOSED);
        var next = lines(agenda, Section.NEXT);
        var deeds = lines(agenda, Section.DEED);
        return new Page(
                meeting.title(),
                campaigns.get(meeting.campaignId()).name(),
                meeting.unit(),
                DATE.format(meeting.day()),
                meeting.village() + meeting.place(),
                meeting.invited(),
                meeting.kind() == MeetingKind.COUNCIL_DAY,
                !closed.isEmpty(),
                closed,
                !next.isEmpty(),
                next,
                !deeds.isEmpty(),
                deeds,
                meeting.state() == MeetingState.HELD,
                meeting.attendance() == null ? "" : meeting.attendance().toString(),
                meeting.minutes()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                !said.isEmpty(),
                java.util.stream.IntStream.range(0, said.size())
                        .mapToObj(at -> new Said(
                                at + 1, said.get(at).words(), said.get(at).wish(), outcome(said.get(at))))
                        .toList());
    }

    private String outcome(Opinion opinion) {
        var state = papers.word("opinion." + opinion.state());
        var more = opinion.state() == OpinionState.ISSUE ? opinion.issueNumber() : opinion.outcome();
        return more.isEmpty() ? state : state + " " + more;
    }

    private static List<Line> lines(List<AgendaItem> agenda, Section section) {
        var found = agenda.stream().filter(item -> item.section() == section).toList();
        return java.util.stream.IntStream.range(0, found.size())
                .mapToObj(at ->
                        new Line(at + 1, found.get(at).number(), found.get(at).words()))
                .toList();
    }
}
