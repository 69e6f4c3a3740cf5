package org.dueregard.organisation.model;

import java.net.URI;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends one-time links by e-mail, where a mail server is configured. */
@Component
public class LinkMail {

    private static final Logger LOG = LoggerFactory.getLogger(LinkMail.class);

    private final ObjectProvider<JavaMailSender> mail;
    private final MessageSource messages;
    private final String from;

    LinkMail(
            ObjectProvider<JavaMailSender> mail,
            MessageSource messages,
            @Value("${dueregard.address}") URI address,
            @Value("${dueregard.mail.from:}") String from) {
        this.mail = mail;
        this.messages = messages;
        this.from = from.isBlank() ? "due-regard@" + address.getHost() : from;
    }

    public boolean isConfigured() {
        return mail.getIfAvailable() != null;
    }

    /** To somebody who was let in or given a new link. False when the mail server did not take it. */
    public boolean invite(String email, String post, String council, String link) {
        return send(email, "organisation.mail.invite", post, council, link, OneTimeLinks.VALID.toDays());
    }

    /** To somebody who forgot their password. False when the mail server did not take it. */
    public boolean remind(String email, String council, String link) {
        return send(email, "organisation.mail.forgotten", council, link, OneTimeLinks.VALID_WHEN_ASKED_FOR.toMinutes());
    }

    private boolean send(String email, String key, Object... details) {
        JavaMailSender server = mail.getIfAvailable();
        if (server == null) {
            return false;
        }
        SimpleMailMessage letter = new SimpleMailMessage();
        letter.setFrom(from);
        letter.setTo(email);
        letter.setSubject(messages.getMessage(key + ".subject", details, Locale.UK));
        letter.setText(messages.getMessage(key + ".text", details, Locale.UK));
        try {
            server.send(letter);
            return true;
        } catch (MailException notTaken) {
            LOG.error("A one-time link could not be e-mailed", notTaken);
            return false;
        }
    }
}
