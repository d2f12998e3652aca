package cloudportal.request;

import cloudportal.terms.Cutoff;
import cloudportal.terms.CutoffRule;
import cloudportal.terms.NoticeAnchor;
import cloudportal.terms.ServiceTerms;
import jakarta.persistence.Embeddable;

/** The terms that a cancellation is judged by, and the version of the table that gave them. They stay until it is judged again. */
@Embeddable
class JudgedTerms {

    private Integer minimumTermMonths;
    private String cutoffRule;
    private Integer noticeDays;
    private String noticeAnchor;
    private Boolean domainRequired;
    private String contactDesk;
    private Integer decisionVersion;

    protected JudgedTerms() {}

    JudgedTerms(ServiceTerms terms, int decisionVersion) {
        this.minimumTermMonths = terms.minimumTermMonths();
        this.cutoffRule = terms.cutoff().rule().code();
        this.noticeDays = terms.cutoff().noticeDays();
        this.noticeAnchor = terms.cutoff().anchor().code();
        this.domainRequired = terms.domainDispositionRequired();
        this.contactDesk = terms.contactDesk();
        this.decisionVersion = decisionVersion;
    }

    ServiceTerms terms() {
        return new ServiceTerms(
                minimumTermMonths,
                new Cutoff(CutoffRule.of(cutoffRule), noticeDays, NoticeAnchor.of(noticeAnchor)),
                domainRequired,
                contactDesk);
    }

    int minimumTermMonths() {
        return minimumTermMonths;
    }

    String contactDesk() {
        return contactDesk;
    }

    int decisionVersion() {
        return decisionVersion;
    }
}
