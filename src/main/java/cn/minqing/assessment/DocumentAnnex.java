package cn.minqing.assessment;

import cn.minqing.document.DocumentLists;
import cn.minqing.document.DocumentPaper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was handed in (S6.1, S8.5), for the papers that sum up: a unit's lists its accepted documents, the campaign's
 * prints those in full that a reviewer chose. Partial {@code _documents}.
 */
@Component
class DocumentAnnex {
    private final DocumentLists documents;
    private final DocumentPaper paper;

    DocumentAnnex(DocumentLists documents, DocumentPaper paper) {
        this.documents = documents;
        this.paper = paper;
    }

    /** Adds {@code documentCounts}, {@code hasDocuments}, {@code documentsListed} and {@code documentsInFull}. */
    void fill(Map<String, Object> model, UUID campaignId, @Nullable UUID unitId) {
        var counts = documents.figures(campaignId, unitId);
        var accepted = counts.isEmpty() ? List.<DocumentLists.Accepted>of() : documents.accepted(campaignId, unitId);
        model.put("documentCounts", counts);
        model.put("hasDocuments", !counts.isEmpty());
        model.put(
                "documentsListed",
                accepted.stream()
                        .map(one -> Map.of(
                                "name", one.name(),
                                "title", one.content().title(),
                                "unit", one.unit(),
                                "owner", one.owner()))
                        .toList());
        model.put(
                "documentsInFull",
                unitId != null
                        ? List.of()
                        : accepted.stream()
                                .map(one -> Map.of(
                                        "title", one.content().title(),
                                        "unit", one.unit(),
                                        "owner", one.owner(),
                                        "parts", paper.parts(one.form(), one.content())))
                                .toList());
    }
}
