package cloudportal.process;

import cloudportal.contract.Contract;
import cloudportal.contract.Customer;
import cloudportal.notice.Desk;
import cloudportal.request.CancellationRequest;
import cloudportal.request.ContractSelection;
import cloudportal.request.JapaneseText;
import cloudportal.terms.Assessment;
import cloudportal.terms.MonthOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * What the forms show, as plain data: dates as {@code yyyy-MM-dd} beside their text 2019/11/30, money in whole yen beside its text.
 * Texts are never null, so that a form can print them as they are.
 */
public final class FormViews {

    public record Option(String label, String value) {}

    /** A row of ご契約一覧 (guide 3.1). */
    public record ContractRow(
            String contractNumber,
            String category,
            String service,
            String startDate,
            String status,
            boolean selectable,
            String note) {}

    /** ご契約情報詳細 (guide 4.1-4.5); {@code monthlyFee} in yen, null where it is unknown. */
    public record ContractView(
            String contractNumber,
            String status,
            String category,
            String service,
            String startDate,
            Long monthlyFee,
            String monthlyFeeText) {}

    /** What cancelling now costs and when it takes effect (guide 5.1-5.7). */
    public record AssessmentView(
            String cancellationDate,
            int minimumTermMonths,
            String minimumTermEnd,
            int shortfallMonths,
            Long settlementAmount,
            String freeFrom,
            String cutoffDeadline,
            boolean changed,
            String cancellationDateText,
            String minimumTermText,
            String minimumTermEndText,
            String settlementText,
            String freeFromText,
            String cutoffDeadlineText,
            String changedText) {}

    /** お申込情報詳細 (guide 6.1-6.4). */
    public record RequestView(
            String requestNumber,
            String status,
            String kindText,
            String contractNumber,
            String category,
            String service,
            String companyName,
            String contactName,
            String login,
            String appliedOn,
            String appliedOnText,
            String cancellationDate,
            String cancellationDateText,
            String desiredMonth,
            String reason,
            String domainDisposition,
            String domainText,
            String minimumTermText,
            String minimumTermEndText,
            int shortfallMonths,
            Long settlementAmount,
            String settlementText,
            String confirmQuestion) {}

    /** A row of お申込一覧 (guide 8.4). */
    public record RequestRow(String requestNumber, String category, String service, String appliedOn, String status) {}

    /** The contact desk for a service (guide C.1-C.3); {@code product} is the desk for questions about it, null where there is none. */
    public record DeskView(String title, String name, String tel, String hours, String email, DeskView product) {}

    /** What the contract center needs to know where the decision table does not know a service. */
    public record InquiryView(
            String contractNumber,
            String category,
            String service,
            String companyName,
            String contactName,
            String login) {}

    private FormViews() {}

    public static List<ContractRow> rows(ContractSelection selection) {
        return selection.rows().stream()
                .map(row -> new ContractRow(
                        row.contract().getNumber(),
                        row.contract().getCategory(),
                        row.contract().getService(),
                        JapaneseText.date(row.contract().getStartDate()),
                        row.contract().getStatus().label(),
                        row.selectable(),
                        row.note()))
                .toList();
    }

    /** The contracts that may be chosen; their label says which each is. */
    public static List<Option> options(ContractSelection selection) {
        return rows(selection).stream()
                .filter(ContractRow::selectable)
                .map(row -> new Option(
                        "%s　%s %s（%s）".formatted(row.contractNumber(), row.category(), row.service(), row.status()),
                        row.contractNumber()))
                .toList();
    }

    public static ContractView of(Contract contract) {
        return new ContractView(
                contract.getNumber(),
                contract.getStatus().label(),
                contract.getCategory(),
                contract.getService(),
                JapaneseText.date(contract.getStartDate()),
                contract.getMonthlyFee(),
                JapaneseText.yen(contract.getMonthlyFee()));
    }

    /** @param changedText the sentence that points out what moved since it was last shown; blank where nothing did */
    public static AssessmentView of(Assessment assessment, String changedText) {
        return new AssessmentView(
                iso(assessment.cancellationDate()),
                assessment.minimumTermMonths(),
                iso(assessment.minimumTermEnd()),
                assessment.shortfallMonths(),
                assessment.settlementAmount(),
                iso(assessment.freeFrom()),
                iso(assessment.cutoffDeadline()),
                !changedText.isEmpty(),
                JapaneseText.date(assessment.cancellationDate()),
                JapaneseText.minimumTerm(assessment.minimumTermMonths()),
                JapaneseText.date(assessment.minimumTermEnd()),
                JapaneseText.settlement(assessment.shortfallMonths(), assessment.settlementAmount()),
                JapaneseText.date(assessment.freeFrom()),
                JapaneseText.date(assessment.cutoffDeadline()),
                changedText);
    }

    /** The months that Therefore Online offers, each with its deadline (guide 5.2). */
    public static List<Option> months(List<MonthOption> offered) {
        return offered.stream()
                .map(option -> new Option(
                        "%s（お申込期限 %s）"
                                .formatted(JapaneseText.month(option.month()), JapaneseText.date(option.deadline())),
                        option.month().toString()))
                .toList();
    }

    /** A request with the customer whose it is. */
    public static RequestView of(CancellationRequest request, Customer customer) {
        return new RequestView(
                request.getNumber(),
                request.getStatus().label(),
                request.getKind().label(),
                Objects.requireNonNullElse(request.getContractNumber(), ""),
                request.getCategory(),
                request.getService(),
                customer.getCompanyName(),
                customer.getContactName(),
                request.getCreatedBy(),
                iso(request.getAppliedOn()),
                JapaneseText.date(request.getAppliedOn()),
                iso(request.getCancellationDate()),
                JapaneseText.date(request.getCancellationDate()),
                request.getDesiredMonth() == null
                        ? null
                        : request.getDesiredMonth().toString(),
                Objects.requireNonNullElse(request.getReason(), ""),
                request.getDomainDisposition(),
                JapaneseText.domain(request.getDomainDisposition()),
                JapaneseText.minimumTerm(request.getMinimumTermMonths()),
                JapaneseText.date(request.getMinimumTermEnd()),
                request.getShortfallMonths(),
                request.getSettlementAmount(),
                JapaneseText.settlement(request.getShortfallMonths(), request.getSettlementAmount()),
                "お申込番号「%s」を解約します。よろしいですか？".formatted(request.getNumber()));
    }

    /** お申込一覧: お申込日 is blank for a draft (guide 8.4). */
    public static List<RequestRow> rows(List<CancellationRequest> requests) {
        return requests.stream()
                .map(request -> new RequestRow(
                        request.getNumber(),
                        request.getCategory(),
                        request.getService(),
                        JapaneseText.date(request.getAppliedOn()),
                        request.getStatus().label()))
                .toList();
    }

    /** What moved between what was shown and what is true now (guide 5.1); blank where nothing did. */
    static String changes(Assessment shown, Assessment now) {
        StringJoiner changes = new StringJoiner("、", "お申込日が変わったため、", "に変わりました。内容を確認し、もう一度お進みください。").setEmptyValue("");
        if (!shown.cancellationDate().equals(now.cancellationDate())) {
            changes.add("解約日が%sから%s"
                    .formatted(JapaneseText.date(shown.cancellationDate()), JapaneseText.date(now.cancellationDate())));
        }
        if (shown.shortfallMonths() != now.shortfallMonths()
                || !Objects.equals(shown.settlementAmount(), now.settlementAmount())) {
            changes.add("まとめてお支払いいただく料金（目安）が%sから%s".formatted(settlement(shown), settlement(now)));
        }
        return changes.toString();
    }

    private static String settlement(Assessment assessment) {
        String text = JapaneseText.settlement(assessment.shortfallMonths(), assessment.settlementAmount());
        return text.isEmpty() ? "無し" : text;
    }

    public static InquiryView inquiry(Contract contract, Customer customer, String login) {
        return new InquiryView(
                contract.getNumber(),
                contract.getCategory(),
                contract.getService(),
                customer.getCompanyName(),
                customer.getContactName(),
                login);
    }

    /** @param product the desk for questions about the product; null where there is none */
    public static DeskView of(Desk desk, Desk product) {
        return new DeskView(
                desk.title(),
                desk.name(),
                desk.tel(),
                desk.hours(),
                desk.email(),
                product == null ? null : of(product, null));
    }

    private static String iso(LocalDate date) {
        return date == null ? null : date.toString();
    }
}
