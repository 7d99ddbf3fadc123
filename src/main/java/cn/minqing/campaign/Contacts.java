package cn.minqing.campaign;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Who is in contact with whom. */
@Service
public class Contacts {

    public Contact get(UUID contactId) {
        throw new UnsupportedOperationException();
    }

    /** The contact of a household in a campaign that lasts now. */
    public Optional<Contact> current(UUID campaignId, UUID householdId) {
        throw new UnsupportedOperationException();
    }

    /** All contacts of a campaign that last now, by unit, then person. For the system's own use. */
    public List<Contact> ofCampaign(UUID campaignId) {
        throw new UnsupportedOperationException();
    }

    /** Ends a contact because its household was struck off. */
    public void end(UUID contactId) {
        throw new UnsupportedOperationException();
    }
}
