package org.dueregard.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.dueregard.site.Sentences;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What {@link ErrorPages} says to people, for programs; before it, since it stands for every controller. */
@ControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {

    private final Sentences sentences;

    ApiErrors(Sentences sentences) {
        this.sentences = sentences;
    }

    @ExceptionHandler(NotHere.class)
    void notHere(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    /** An address that cannot be an identifier leads nowhere; a field is wrong. */
    @ExceptionHandler
    void notOfItsKind(
            MethodArgumentTypeMismatchException value, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (value.getParameter().hasParameterAnnotation(PathVariable.class)) {
            notHere(response);
        } else {
            String detail = sentences.of("site.api.field-wrong", value.getName());
            ApiProblems.refuse(request, response, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail));
        }
    }

    @ExceptionHandler
    void missing(
            MissingServletRequestParameterException field, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String detail = sentences.of("site.api.field-missing", field.getParameterName());
        ApiProblems.refuse(request, response, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail));
    }

    @ExceptionHandler
    void alreadyDone(AlreadyDone why, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String detail = sentences.of(why.messageKey());
        ApiProblems.refuse(request, response, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail));
    }

    @ExceptionHandler(OptimisticLockingFailureException.class)
    void somebodyWasQuicker(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONFLICT.value());
    }

    @ExceptionHandler
    void unreadable(MultipartException body, HttpServletResponse response) throws IOException {
        boolean large = body instanceof MaxUploadSizeExceededException;
        response.sendError((large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST).value());
    }

    /** A controller refuses with a status and words of its own, and what else a program can use. */
    @ExceptionHandler
    void refused(ErrorResponseException why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        why.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        ApiProblems.refuse(request, response, why.getBody());
    }
}
