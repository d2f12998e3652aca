package cloudportal.portal;

/** The address asks for something that cannot be; the message says in Japanese what can. */
class BadParameterException extends RuntimeException {

    BadParameterException(String sentence) {
        super(sentence);
    }
}
