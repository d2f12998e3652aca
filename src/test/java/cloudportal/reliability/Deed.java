package cloudportal.reliability;

import java.time.Instant;

/**
 * A step that somebody asked for, and how it was answered.
 *
 * @param contract the contract of the case; each is worked on in one case only
 * @param status of the answer; 0 where there was none
 */
record Deed(String contract, Kind kind, int status, Instant answered) {

    /** The steps that leave an entry in a request's log, named as there. */
    enum Kind {
        DRAFTED,
        SUBMITTED,
        WITHDRAWN,
        ACCEPTED,
        RETURNED,
        DOMAIN_HANDLED,
        SETTLEMENT_ARRANGED,
        RETRACTED,
        COMPLETED
    }

    boolean isAcknowledged() {
        return status / 100 == 2;
    }
}
