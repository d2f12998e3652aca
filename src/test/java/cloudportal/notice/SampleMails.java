package cloudportal.notice;

import java.time.LocalDate;
import java.time.YearMonth;

/** The guide's case, as a starting point for what a test needs. */
final class SampleMails {

    static final Desk HOME =
            new Desk("〈HOME お申込みに関するお問い合わせ〉", "HOME コンタクトセンター", "03-0000-0001", "平日 9：00～18：00", "home@desk.example");

    private SampleMails() {}

    static Facts facts() {
        return new Facts();
    }

    /** type-M of 2019/09/15, applied for on 2019/10/15 (guide 5 and 8). */
    static final class Facts {
        private String companyName = "観音堂株式会社";
        private LocalDate appliedOn = LocalDate.of(2019, 10, 15);
        private String category = "HOME";
        private String service = "type-M";
        private String reason = "サービスを利用しなくなったため解約します。\n最低利用期間を満たしていませんが、料金が発生することは承知しています。\nドメインは他社に移す予定です";
        private String domainDisposition = "transfer";
        private YearMonth desiredMonth;
        private LocalDate cancellationDate = LocalDate.of(2019, 11, 30);
        private int minimumTermMonths = 12;
        private LocalDate minimumTermEnd = LocalDate.of(2020, 9, 30);
        private int shortfallMonths = 10;
        private Long settlementAmount = 30_000L;
        private String comment;

        Facts company(String name) {
            companyName = name;
            return this;
        }

        Facts draft() {
            appliedOn = null;
            return this;
        }

        Facts service(String itsCategory, String itsName) {
            category = itsCategory;
            service = itsName;
            return this;
        }

        Facts reason(String text) {
            reason = text;
            return this;
        }

        Facts domain(String disposition) {
            domainDisposition = disposition;
            return this;
        }

        Facts desiredMonth(YearMonth month) {
            desiredMonth = month;
            cancellationDate = month.atEndOfMonth();
            return this;
        }

        Facts minimumTerm(int months, LocalDate end) {
            minimumTermMonths = months;
            minimumTermEnd = end;
            return this;
        }

        Facts shortfall(int months, Long amount) {
            shortfallMonths = months;
            settlementAmount = amount;
            return this;
        }

        Facts comment(String text) {
            comment = text;
            return this;
        }

        MailFacts build() {
            return new MailFacts(
                    "R-20191015-238079",
                    companyName,
                    "観音 花子",
                    "HMMH061530",
                    category,
                    service,
                    appliedOn,
                    cancellationDate,
                    reason,
                    domainDisposition,
                    desiredMonth,
                    LocalDate.of(2019, 10, 31),
                    minimumTermMonths,
                    minimumTermEnd,
                    shortfallMonths,
                    settlementAmount,
                    comment,
                    HOME);
        }
    }
}
