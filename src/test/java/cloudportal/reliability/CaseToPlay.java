package cloudportal.reliability;

/**
 * A case that somebody will play.
 *
 * @param login the customer's
 * @param ending how it comes out
 * @param hasty whether people click twice where it matters
 */
record CaseToPlay(String contract, String login, Ending ending, boolean hasty) {

    /** Where a case ends. */
    enum Ending {
        WITHDRAWN,
        RETURNED,
        RETRACTED,
        COMPLETED,
        /** Accepted, and left until its day comes. */
        ACCEPTED
    }
}
