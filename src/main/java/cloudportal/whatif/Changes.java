package cloudportal.whatif;

import cloudportal.request.JapaneseText;
import cloudportal.terms.Assessment;
import cloudportal.terms.ServiceTerms;
import cloudportal.whatif.WhatIfAnswer.Change;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The fields by which two judgements of one contract differ, in the words that customers are shown. */
final class Changes {

    /** Terms and what they mean for one contract today. */
    record Judged(ServiceTerms terms, Assessment assessment) {}

    private record Field(String name, String label, Function<Judged, String> text) {}

    private static final List<Field> FIELDS = List.of(
            new Field(
                    "cancellationDate",
                    "解約日",
                    of -> JapaneseText.date(of.assessment().cancellationDate())),
            new Field(
                    "minimumTermEnd",
                    "満了日",
                    of -> JapaneseText.date(of.assessment().minimumTermEnd())),
            new Field("shortfallMonths", "不足", of -> of.assessment().shortfallMonths() + "か月"),
            new Field(
                    "settlementAmount",
                    "まとめてお支払い",
                    of -> JapaneseText.settlement(
                            of.assessment().shortfallMonths(), of.assessment().settlementAmount())),
            new Field(
                    "freeFrom",
                    "追加料金なしのお申込",
                    of -> from(JapaneseText.date(of.assessment().freeFrom()))),
            new Field(
                    "cutoffDeadline",
                    "お申込期限",
                    of -> JapaneseText.date(of.assessment().cutoffDeadline())),
            new Field(
                    "domainDispositionRequired",
                    "ドメインの取扱い",
                    of -> of.terms().domainDispositionRequired() ? "うかがう" : "うかがわない"),
            new Field("contactDesk", "お問合せ窓口", of -> desk(of.terms().contactDesk())));

    private Changes() {}

    /** What differs; either may be null, where a table does not cover the service, and is then blank throughout. */
    static List<Change> between(Judged before, Judged after) {
        return FIELDS.stream()
                .map(field -> new Change(field.name(), field.label(), text(field, before), text(field, after)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private static String text(Field field, Judged judged) {
        return judged == null ? "" : field.text().apply(judged);
    }

    private static String from(String day) {
        return day.isEmpty() ? "" : day + "以降";
    }

    private static String desk(String code) {
        return switch (code) {
            case "home" -> "HOME";
            case "therefore-uniflow" -> "Therefore/uniFLOW";
            default -> code;
        };
    }
}
