package cloudportal.request;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, months and amounts as the guide writes them, on forms and in mails. What is absent is blank. */
public final class JapaneseText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.JAPAN);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu年M月", Locale.JAPAN);

    private JapaneseText() {}

    /** For example 2019/11/30. */
    public static String date(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** For example 2019年11月. */
    public static String month(YearMonth month) {
        return month == null ? "" : MONTH.format(month);
    }

    /** For example 12,000円（税抜）. */
    public static String yen(Long amount) {
        return amount == null ? "" : String.format(Locale.JAPAN, "%,d円（税抜）", amount);
    }

    /** 最低利用期間 in monthly bills, for example 12ヶ月（月額12回）. */
    public static String minimumTerm(int months) {
        return months == 0 ? "最低利用期間無し" : String.format(Locale.JAPAN, "%1$dヶ月（月額%1$d回）", months);
    }

    /** まとめてお支払い: the amount, the months where the amount is unknown, blank where nothing is due. */
    public static String settlement(int shortfallMonths, Long amount) {
        if (shortfallMonths == 0) {
            return "";
        }
        return amount == null ? shortfallMonths + "か月分" : yen(amount);
    }

    /** ドメイン移行・ドメイン廃止 as the screen words the answer (guide 5.9); blank where none was asked. */
    public static String domain(String disposition) {
        if (disposition == null) {
            return "";
        }
        return "transfer".equals(disposition) ? "ドメインを他社に移行" : "ドメイン廃止";
    }
}
