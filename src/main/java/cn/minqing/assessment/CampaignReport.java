package cn.minqing.assessment;

import cn.minqing.platform.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The summary report of a campaign's period: the text the office works on, and the file that was handed in last. */
@Entity
@Table(name = "campaign_report")
@NullUnmarked
class CampaignReport {
    @Id
    private UUID id;

    private UUID campaignId;
    private int period;

    private String number = "";
    private String overview = "";
    private String practice = "";
    private String outcome = "";
    private String problems = "";
    private String nextSteps = "";
    private String figures;
    private UUID compiledBy;
    private Instant compiledAt;
    private byte[] file;
    private String fileHash;
    private byte[] wordFile;

    @Version
    private Integer version;

    protected CampaignReport() {}

    CampaignReport(UUID campaignId, int period) {
        this.id = Ids.next();
        this.campaignId = campaignId;
        this.period = period;
    }

    void write(ReportTexts texts) {
        number = texts.number();
        overview = texts.overview();
        practice = texts.practice();
        outcome = texts.outcome();
        problems = texts.problems();
        nextSteps = texts.nextSteps();
    }

    void compile(ReportTexts texts, String frozenFigures, UUID person, Instant now) {
        write(texts);
        figures = frozenFigures;
        compiledBy = person;
        compiledAt = now;
        file = null;
        fileHash = null;
        wordFile = null;
    }

    void file(byte[] pdf, String hash, byte[] word) {
        file = pdf;
        fileHash = hash;
        wordFile = word;
    }

    UUID campaignId() {
        return campaignId;
    }

    ReportTexts texts() {
        return new ReportTexts(number, overview, practice, outcome, problems, nextSteps);
    }

    /** JSON of the figures it was compiled with; null before. */
    String figures() {
        return figures;
    }

    /** Who compiled it last; null before. */
    UUID compiledBy() {
        return compiledBy;
    }

    /** When it was compiled last; null before. */
    Instant compiledAt() {
        return compiledAt;
    }

    /** The PDF; null before it is filed. */
    byte[] file() {
        return file;
    }

    /** The same as a Word document; null before it is filed. */
    byte[] wordFile() {
        return wordFile;
    }

    /** SHA-256 of the PDF; null before it is filed. */
    String fileHash() {
        return fileHash;
    }
}
