package cloudportal.engine.model;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;

/**
 * An expression as the engine's own parser reads it, limited to literals, operators and names: no method, no function, no property,
 * no index, so nothing that could reach into an object.
 */
final class ModelExpression {

    private static final int LONGEST = 500;

    private final Set<String> names = new LinkedHashSet<>();

    private ModelExpression() {}

    static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What is wrong with a text that may hold expressions, or empty. */
    static Optional<String> problem(String text, Set<String> known) {
        if (text.length() > LONGEST) {
            return Optional.of("式が長すぎます。%d 文字までにしてください。".formatted(LONGEST));
        }
        ModelExpression expression = new ModelExpression();
        try {
            expression.walk(
                    new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text).getRoot());
        } catch (NotAllowed e) {
            return Optional.of(e.getMessage());
        } catch (RuntimeException e) {
            return Optional.of("式として読めません。括弧と引用符を確認してください。");
        }
        return expression.names.stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map("式の中の名前「%s」は、変数にもフォームの項目にもありません。名前を確認してください。"::formatted);
    }

    private void walk(Node node) {
        if (node instanceof AstIdentifier identifier) {
            names.add(identifier.getName());
        } else if (!(node instanceof AstLiteral
                || node instanceof AstText
                || node instanceof AstEval
                || node instanceof AstComposite
                || node instanceof AstBinary
                || node instanceof AstUnary
                || node instanceof AstChoice
                || node instanceof AstNested)) {
            throw new NotAllowed();
        }
        for (int child = 0; child < node.getCardinality(); child++) {
            walk(((AstNode) node).getChild(child));
        }
    }

    private static final class NotAllowed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super("式に使えるのは、変数の名前、文字列と数、比較と and・or・not だけです。メソッド、関数、「.」や「[ ]」は使えません。");
        }
    }
}
