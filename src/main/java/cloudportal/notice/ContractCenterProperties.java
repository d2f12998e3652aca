package cloudportal.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The contract center (契約センター): {@code portal.contract-center}.
 *
 * @param mail the address to which its reminders go
 */
@ConfigurationProperties("portal.contract-center")
record ContractCenterProperties(String mail) {

    ContractCenterProperties {
        MailAddress.check("portal.contract-center.mail", mail);
    }
}
