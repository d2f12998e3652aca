package cloudportal.whatif;

import java.util.List;

/**
 * What a table would change, in the words that the screen shows.
 *
 * @param today the day in Japan on which every contract is taken to be cancelled
 * @param deployedVersion the version of the table that decides now
 * @param contracts how many running contracts were judged by both tables
 * @param rows the first contracts that would move; {@code changed}, {@code newlyCovered} and {@code noLongerCovered} count all
 * @param problems services that the table could not judge: their customers' cases would stop
 * @param underWay how many requests are under way, which keep the version they were judged by
 */
record WhatIfAnswer(
        String today,
        int deployedVersion,
        int contracts,
        int changed,
        int newlyCovered,
        int noLongerCovered,
        List<Row> rows,
        List<Problem> problems,
        long underWay,
        List<Request> requests) {

    /** How a contract would move. */
    enum Move {
        CHANGED,
        NEWLY_COVERED,
        NO_LONGER_COVERED
    }

    /** @param openRequest the open request that holds the contract; null where there is none */
    record Row(
            String contractNumber,
            String company,
            String category,
            String service,
            Move move,
            List<Change> changes,
            Request openRequest) {}

    /** One field before and after; blank where there is nothing. */
    record Change(String field, String label, String before, String after) {}

    record Problem(String category, String service, int contracts, String sentence) {}

    /** @param decisionVersion the version of the table that the request was judged by; null where it is no cancellation */
    record Request(
            String number,
            String contractNumber,
            String company,
            String service,
            String status,
            String cancellationDate,
            Integer decisionVersion) {}
}
