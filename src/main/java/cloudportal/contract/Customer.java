package cloudportal.contract;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** お客様: a company that has contracts and one or more logins. */
@Entity
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String companyName;
    private String contactName;

    protected Customer() {}

    public Customer(String companyName, String contactName) {
        this.companyName = companyName;
        this.contactName = contactName;
    }

    public Long getId() {
        return id;
    }

    /** 会社名. */
    public String getCompanyName() {
        return companyName;
    }

    /** ご担当者名. */
    public String getContactName() {
        return contactName;
    }
}
