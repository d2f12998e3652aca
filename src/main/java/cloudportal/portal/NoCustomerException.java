package cloudportal.portal;

/** The pages are customers'; the person who is logged in is none. */
class NoCustomerException extends RuntimeException {

    NoCustomerException() {
        super("この画面はご契約のお客様だけがご利用になれます。お客様のログインIDでログインし直してください。");
    }
}
