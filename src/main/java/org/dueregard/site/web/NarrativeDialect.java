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
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Lets templates write {@code dr:narrative="${text}"} where people's Markdown goes: the only HTML put in as it is. */
@Component
class NarrativeDialect extends AbstractProcessorDialect {

    private static final String PREFIX = "dr";
    private static final int PRECEDENCE = 1_300;

    private final Narrative narrative;

    NarrativeDialect(Narrative narrative) {
        super("Due Regard", PREFIX, PRECEDENCE);
        this.narrative = narrative;
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(new Words(dialectPrefix));
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
}
