package org.dueregard.site.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * What the server refuses before any of our filters sees it, such as an address with a torn escape: it has a page of its
 * own for that, which programs cannot read.
 */
@Component
class ServerProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ObjectProvider<ApiProblems> problems;

    ServerProblems(ObjectProvider<ApiProblems> problems) {
        this.problems = problems;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        // inside the server's own, which writes its page only where nothing was written
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ToldToPrograms()));
    }

    private final class ToldToPrograms extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable fault) {
            // the address as it was sent, since it may be what could not be understood; none where not even its end was
            // found
            String address = request.getRequestURI();
            boolean program = address != null && address.startsWith("/api/");
            if (program
                    && response.getStatus() >= 400
                    && response.getContentWritten() == 0
                    && response.setErrorReported()) {
                String problem = problems.getObject().problem(response.getStatus());
                try {
                    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                    response.setCharacterEncoding("utf-8");
                    Writer out = response.getReporter();
                    if (out != null) {
                        out.write(problem);
                        response.finishResponse();
                    }
                } catch (IOException | IllegalStateException gone) {
                    // nobody is there to be told
                    return;
                }
            }
        }
    }
}
