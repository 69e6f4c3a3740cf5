package org.dueregard.document;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** So many files are being made that one more would have to wait too long. Trying again in a minute helps. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class TooManyAtOnce extends RuntimeException {

    private static final long serialVersionUID = 1;
}
