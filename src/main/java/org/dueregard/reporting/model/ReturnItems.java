package org.dueregard.reporting.model;

import java.util.List;
import java.util.UUID;
import org.dueregard.reporting.ReturnId;
import org.springframework.data.repository.Repository;

interface ReturnItems extends Repository<ReturnItem, UUID> {

    ReturnItem save(ReturnItem item);

    List<ReturnItem> findByOfReturn(ReturnId ofReturn);
}
