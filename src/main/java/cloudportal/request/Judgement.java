package cloudportal.request;

import cloudportal.terms.Assessment;
import cloudportal.terms.MonthOption;
import java.util.List;

/** What cancelling the chosen contract today would mean. */
public record Judgement(Assessment assessment, List<MonthOption> offeredMonths, boolean domainDispositionRequired) {

    /** The 解約希望月 to begin with: the one chosen before where it is still offered, else the earliest; null where none is. */
    public String preselected(String chosenBefore) {
        return offeredMonths.stream()
                .map(option -> option.month().toString())
                .filter(month -> month.equals(chosenBefore))
                .findFirst()
                .orElse(
                        offeredMonths.isEmpty()
                                ? null
                                : offeredMonths.get(0).month().toString());
    }
}
