package cloudportal.request;

/** The decision table knows no terms for a service: no date may be promised, a person has to look at it. */
public class UnknownServiceException extends RuntimeException {

    UnknownServiceException(String contractNumber, String category, String service) {
        super("No terms for %s %s (contract %s)".formatted(category, service, contractNumber));
    }
}
