package cloudportal.request;

/** The request cannot be done as asked; the message is a sentence in Japanese that tells the person what to do. */
public class RequestRefusedException extends RuntimeException {

    public RequestRefusedException(String sentence) {
        super(sentence);
    }

    public RequestRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
