package cloudportal.whatif;

import cloudportal.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file with a decision table, of bounded size. Whether it may be judged is for the policy of deployments to say. */
record TableFile(byte[] content) {

    static final int MOST_BYTES = 512 * 1024;

    /**
     * Reads a file that somebody sent.
     *
     * @throws Refusal where it is empty or too large
     */
    static TableFile read(InputStream sent) throws IOException {
        byte[] content = sent.readNBytes(MOST_BYTES + 1);
        if (content.length == 0) {
            throw new Refusal("ファイルが空です。サービス条件の表（service-terms.dmn）を選んでください。");
        }
        if (content.length > MOST_BYTES) {
            throw new Refusal("ファイルが大きすぎます。%d KB までの表を選んでください。".formatted(MOST_BYTES / 1024));
        }
        return new TableFile(content);
    }

    InputStream stream() {
        return new ByteArrayInputStream(content);
    }
}
