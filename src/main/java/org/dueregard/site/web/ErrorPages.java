package org.dueregard.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What people read when a page is not there, or somebody was quicker. */
@ControllerAdvice
class ErrorPages {

    /** An address or a form field that cannot be an identifier leads nowhere, just as an unknown one does. */
    @ExceptionHandler({
        NotHere.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class
    })
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notHere(HttpServletRequest request, Model model) {
        if (request.getMethod().equals("POST")) {
            model.addAttribute("sent", sent(request));
        }
        return "error/404";
    }

    @ExceptionHandler(AlreadyDone.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String alreadyDone(AlreadyDone why, HttpServletRequest request, Model model) {
        model.addAttribute("why", why.messageKey());
        model.addAttribute("sent", sent(request));
        return "error/409";
    }

    @ExceptionHandler(OptimisticLockingFailureException.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String somebodyWasQuicker(HttpServletRequest request, Model model) {
        model.addAttribute("why", "site.error.changed-meanwhile");
        model.addAttribute("sent", sent(request));
        return "error/409";
    }

    private static List<String> sent(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        return SentWords.of(fields);
    }
}
