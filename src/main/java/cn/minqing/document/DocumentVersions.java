package cn.minqing.document;

import cn.minqing.platform.Ids;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** What was handed in each time and what came of it (R10). */
@Component
class DocumentVersions {
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DocumentVersions(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Document document, String formVersion) {
        jdbc.sql("""
                insert into document_version (id, document_id, title, body, answers, form_version, person_id, at, late)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        Ids.next(),
                        document.id(),
                        document.title(),
                        document.body(),
                        document.answers(),
                        formVersion,
                        document.handedInBy(),
                        Timestamp.from(document.handedInAt()),
                        document.late())
                .update();
    }

    /** Notes what came of the last version. */
    void decide(Document document, String decision, String reason) {
        jdbc.sql("""
                update document_version set decision = ?, decided_by = ?, decided_at = ?, reason = ?
                where id = (select id from document_version where document_id = ? order by id desc limit 1)
                """)
                .params(decision, document.reviewedBy(), Timestamp.from(document.reviewedAt()), reason, document.id())
                .update();
    }

    List<DocumentView.Earlier> returned(UUID documentId) {
        return jdbc.sql("""
                select v.title, v.body, v.answers, p.name as writer, v.at, r.name as reviewer, v.reason
                from document_version v join person p on p.id = v.person_id join person r on r.id = v.decided_by
                where v.document_id = ? and v.decision = 'RETURNED' order by v.id desc
                """)
                .param(documentId)
                .query((row, number) -> new DocumentView.Earlier(
                        new DocumentContent(
                                row.getString("title"), row.getString("body"), answers(row.getString("answers"))),
                        row.getString("writer"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("reviewer"),
                        row.getString("reason")))
                .list();
    }

    Map<String, Object> answers(String text) {
        return json.readValue(text, ANSWERS);
    }
}
