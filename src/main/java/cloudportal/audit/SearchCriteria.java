package cloudportal.audit;

import cloudportal.engine.Refusal;
import cloudportal.request.RequestStatus;
import cloudportal.time.BusinessClock;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an auditor searches for (電帳法: 取引年月日・取引金額・取引先, ranges, alone and combined). Each part given must hold.
 *
 * @param where the conditions on {@code request r}, each beginning with {@code and}
 * @param values of the conditions' parameters
 * @param order by which the rows come
 * @param page from 0
 * @param said the criteria as they were typed, for the record
 */
record SearchCriteria(String where, List<Object> values, String order, int page, int size, String said) {

    static final int MOST_A_PAGE = 100;
    /** Pages reach no deeper: leafing further finds nothing that a narrower search would not. */
    static final int DEEPEST = 10_000;

    private static final int LONGEST = 200;
    private static final int DEFAULT_SIZE = 25;
    private static final Pattern NUMBER = Pattern.compile("(?:R-\\d{8}-)?(\\d{1,18})");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    /** The dates by which a period may be meant. */
    private enum Period {
        APPLIED("applied_on", false),
        CREATED("created_at", true),
        CLOSED("closed_at", true),
        CANCELLATION("cancellation_date", false);

        private final String column;
        private final boolean instant;

        Period(String column, boolean instant) {
            this.column = column;
            this.instant = instant;
        }

        /** The first moment of a day in Japan, as the column holds moments. */
        Object startOf(LocalDate day) {
            return instant ? day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime() : day;
        }
    }

    /** The orders; each has its index, with the same nulls. */
    private enum Order {
        NUMBER("sequence"),
        APPLIED("applied_on"),
        CREATED("created_at"),
        CLOSED("closed_at"),
        CANCELLATION("cancellation_date"),
        AMOUNT("settlement_amount");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        String by(boolean ascending) {
            if (this == NUMBER) {
                return ascending ? "r.sequence asc" : "r.sequence desc";
            }
            String nulls = this == CREATED ? "" : ascending ? " nulls first" : " nulls last";
            String direction = ascending ? " asc" : " desc";
            return "r." + column + direction + nulls + ", r.sequence" + direction;
        }
    }

    SearchCriteria {
        values = List.copyOf(values);
    }

    int offset() {
        return page * size;
    }

    /**
     * Reads what was typed.
     *
     * @param typed the value of a named criterion, or null
     * @throws Refusal with a sentence where something cannot be meant
     */
    static SearchCriteria of(UnaryOperator<String> typed) {
        return new Reading(typed).read();
    }

    private static final class Reading {

        private final UnaryOperator<String> typed;
        private final StringBuilder where = new StringBuilder();
        private final List<Object> values = new ArrayList<>();
        private final List<String> said = new ArrayList<>();

        Reading(UnaryOperator<String> typed) {
            this.typed = typed;
        }

        SearchCriteria read() {
            period();
            number();
            text("contract")
                    .ifPresent(contract ->
                            add("r.contract_number in (?, ?)", contract, contract.toUpperCase(Locale.ROOT)));
            text("company").ifPresent(this::company);
            text("login").ifPresent(login -> add("r.created_by = ?", login.toLowerCase(Locale.ROOT)));
            raw("service").ifPresent(service -> add("r.service = ?", service));
            outcomes();
            amounts();
            return new SearchCriteria(
                    where.toString(), values, order(), page(), size(), said.isEmpty() ? "すべて" : String.join(" ", said));
        }

        private void period() {
            Period period = choice("period", Period.values(), Period.APPLIED);
            Optional<LocalDate> from = day("from");
            Optional<LocalDate> to = day("to");
            if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
                throw new Refusal("期間の開始日は、終了日以前の日付を指定してください。");
            }
            from.ifPresent(day -> add("r." + period.column + " >= ?", period.startOf(day)));
            to.ifPresent(day -> add("r." + period.column + " < ?", period.startOf(day.plusDays(1))));
        }

        private void number() {
            text("number").ifPresent(number -> {
                Matcher parts = NUMBER.matcher(number.toUpperCase(Locale.ROOT));
                if (!parts.matches()) {
                    throw new Refusal("お申込番号は「R-20191015-300000」の形、または末尾の番号だけで入力してください。");
                }
                add("r.sequence = ?", Long.parseLong(parts.group(1)));
                if (number.length() > parts.group(1).length()) {
                    add("r.number = ?", number.toUpperCase(Locale.ROOT));
                }
            });
        }

        /** A part of the name, as typed or as its plain form; few customers are read, not many requests. */
        private void company(String name) {
            add(
                    "r.customer_id in (select id from customer where lower(company_name) like ? escape '!'"
                            + " or lower(company_name) like ? escape '!')",
                    like(name),
                    like(raw("company").orElse(name)));
        }

        private void outcomes() {
            raw("outcomes").ifPresent(list -> {
                List<String> names = Arrays.stream(list.split(","))
                        .map(name -> constant(name, RequestStatus.values()).name())
                        .distinct()
                        .toList();
                add("r.status in (" + "?, ".repeat(names.size() - 1) + "?)", names.toArray());
            });
        }

        private void amounts() {
            Optional<Long> from = amount("amountFrom");
            Optional<Long> to = amount("amountTo");
            if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
                throw new Refusal("金額の下限は、上限以下の金額を指定してください。");
            }
            from.ifPresent(yen -> add("r.settlement_amount >= ?", yen));
            to.ifPresent(yen -> add("r.settlement_amount <= ?", yen));
        }

        private String order() {
            return choice("sort", Order.values(), Order.NUMBER)
                    .by("asc".equals(raw("direction").orElse("desc")));
        }

        private int page() {
            int page = whole("page", 0);
            if ((page + 1) * size() > DEEPEST) {
                throw new Refusal("表示できるのは先頭から10,000件までです。条件を追加して絞り込んでください。");
            }
            return page;
        }

        private int size() {
            return Math.max(1, Math.min(MOST_A_PAGE, whole("size", DEFAULT_SIZE)));
        }

        private int whole(String name, int otherwise) {
            return raw(name)
                    .map(text -> {
                        if (!text.matches("\\d{1,6}")) {
                            throw new Refusal("ページの指定が正しくありません。最初のページから検索し直してください。");
                        }
                        return Integer.parseInt(text);
                    })
                    .orElse(otherwise);
        }

        private Optional<LocalDate> day(String name) {
            return text(name).map(text -> {
                try {
                    return LocalDate.parse(text.replace('/', '-'), DAY);
                } catch (DateTimeParseException e) {
                    throw new Refusal("日付は「2019/10/15」の形で、暦にある日を入力してください。");
                }
            });
        }

        private Optional<Long> amount(String name) {
            return text(name).map(text -> {
                String digits = text.replace(",", "").replace("円", "").replace("¥", "");
                if (!digits.matches("\\d{1,15}")) {
                    throw new Refusal("金額は「30000」のように、円単位の数字で入力してください。");
                }
                return Long.parseLong(digits);
            });
        }

        private <E extends Enum<E>> E choice(String name, E[] choices, E otherwise) {
            return raw(name).map(text -> constant(text, choices)).orElse(otherwise);
        }

        private static <E extends Enum<E>> E constant(String name, E[] choices) {
            return Arrays.stream(choices)
                    .filter(choice -> choice.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("検索条件の選択が正しくありません。画面を更新して、選び直してください。"));
        }

        /** Full-width characters are taken for what they mean. */
        private Optional<String> text(String name) {
            return raw(name).map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC)
                    .strip());
        }

        private Optional<String> raw(String name) {
            String text = typed.apply(name);
            if (text == null || text.isBlank()) {
                return Optional.empty();
            }
            if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
                throw new Refusal("検索条件は、改行などを含まない200文字以内で入力してください。");
            }
            String entry = name + "=" + text.strip();
            if (!said.contains(entry)) {
                said.add(entry);
            }
            return Optional.of(text.strip());
        }

        private void add(String condition, Object... parameters) {
            where.append(" and ").append(condition);
            values.addAll(Arrays.asList(parameters));
        }

        private static String like(String part) {
            return "%"
                    + part.toLowerCase(Locale.ROOT)
                            .replace("!", "!!")
                            .replace("%", "!%")
                            .replace("_", "!_")
                    + "%";
        }
    }
}
