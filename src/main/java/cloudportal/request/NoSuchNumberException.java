package cloudportal.request;

/** The customer has nothing of that number; whether somebody else has is not told. */
public class NoSuchNumberException extends RequestRefusedException {

    private NoSuchNumberException(String sentence) {
        super(sentence);
    }

    /** For a 契約番号. */
    public static NoSuchNumberException ofContract() {
        return new NoSuchNumberException(Sentences.NO_SUCH_CONTRACT);
    }

    /** For an お申込番号. */
    public static NoSuchNumberException ofRequest() {
        return new NoSuchNumberException(Sentences.NO_SUCH_REQUEST);
    }
}
