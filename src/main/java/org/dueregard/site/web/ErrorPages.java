package org.dueregard.site.web;

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
    String notHere() {
        return "error/404";
    }

    @ExceptionHandler(AlreadyDone.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String alreadyDone(AlreadyDone why, Model model) {
        model.addAttribute("why", why.messageKey());
        return "error/409";
    }

    @ExceptionHandler(OptimisticLockingFailureException.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String somebodyWasQuicker(Model model) {
        model.addAttribute("why", "site.error.changed-meanwhile");
        return "error/409";
    }
}
