package org.dueregard.document.read;

/** What a document consists of, one after the other. */
public sealed interface Block permits Paragraph, Table {

    Place place();
}
