package cloudportal.engine;

/** Somebody has tried to log in too often; REST answers 429. Says nothing of whether there is such a login. */
public final class TooManyAttempts extends Refusal {

    public TooManyAttempts() {
        super("ログインの失敗が続いたため、しばらくの間ログインできません。1分ほどお待ちになってから、もう一度お試しください。");
    }
}
