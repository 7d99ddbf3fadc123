package cn.minqing.ui.campaign;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.UUID;

/** Reads ids out of addresses. */
final class Routes {
    private Routes() {}

    /** The campaign an address names; an address that names none is not found. */
    static UUID campaign(BeforeEnterEvent event) {
        try {
            return UUID.fromString(event.getRouteParameters().get("campaignId").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}
