package org.dueregard.site.web;

import java.util.Set;
import org.dueregard.site.Narrative;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * What templates of the product can say beyond Thymeleaf: {@code dr:narrative="${text}"} where people's Markdown goes,
 * the only HTML put in as it is; and {@code dr:kept="~{template :: fragment(name=${value})}"}, which is {@code
 * th:replace} by a fragment that is written once for the same values, see {@link KeptFragments}.
 */
@Component
class DueRegardDialect extends AbstractProcessorDialect {

    private static final String PREFIX = "dr";

    /**
     * Among Thymeleaf's own, where {@code th:text} stands: {@code th:each} and {@code th:if} hold on the same element, and
     * a {@code th:block} is not gone yet.
     */
    private static final int PRECEDENCE = 1_300;

    private final Narrative narrative;
    private final KeptFragments kept;

    DueRegardDialect(Narrative narrative, KeptFragments kept) {
        super("Due Regard", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
        this.narrative = narrative;
        this.kept = kept;
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(new Words(dialectPrefix), new Kept(dialectPrefix));
    }

    private final class Words extends AbstractStandardExpressionAttributeTagProcessor {

        Words(String dialectPrefix) {
            super(TemplateMode.HTML, dialectPrefix, "narrative", PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String value,
                @Nullable Object text,
                IElementTagStructureHandler structure) {
            structure.setBody(narrative.html(text == null ? null : text.toString()), false);
        }
    }

    private final class Kept extends AbstractAttributeTagProcessor {

        Kept(String dialectPrefix) {
            super(TemplateMode.HTML, dialectPrefix, null, false, "kept", true, PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String value,
                IElementTagStructureHandler structure) {
            FragmentExpression fragment =
                    (FragmentExpression) StandardExpressions.getExpressionParser(context.getConfiguration())
                            .parseExpression(context, value);
            structure.replaceWith(kept.html(context, fragment), false);
        }
    }
}
