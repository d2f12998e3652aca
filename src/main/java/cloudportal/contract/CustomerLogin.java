package cloudportal.contract;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Locale;

/** ログインID of a customer: an e-mail address in lower case. */
@Entity
public class CustomerLogin {

    @Id
    private String login;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    private Customer customer;

    protected CustomerLogin() {}

    public CustomerLogin(String login, Customer customer) {
        this.login = login.toLowerCase(Locale.ROOT);
        this.customer = customer;
    }

    Customer getCustomer() {
        return customer;
    }
}
