package org.dueregard.organisation.model;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: ten tries at one account from one address and then one a minute, a hundred tries from one address
 * at whatever accounts and then one every ten seconds. Nobody can lock somebody else out from another address.
 */
@Component
public class SignInPace {

    private static final BucketConfiguration ONE_ACCOUNT = BucketConfiguration.builder()
            .addLimit(Bandwidth.builder()
                    .capacity(10)
                    .refillGreedy(1, Duration.ofMinutes(1))
                    .build())
            .build();

    private static final BucketConfiguration ONE_ADDRESS = BucketConfiguration.builder()
            .addLimit(Bandwidth.builder()
                    .capacity(100)
                    .refillGreedy(1, Duration.ofSeconds(10))
                    .build())
            .build();

    private static final BucketConfiguration LINKS_TO_ONE_ACCOUNT = BucketConfiguration.builder()
            .addLimit(Bandwidth.builder()
                    .capacity(3)
                    .refillGreedy(1, Duration.ofMinutes(20))
                    .build())
            .build();

    private static final BucketConfiguration LINKS_FROM_ONE_ADDRESS = BucketConfiguration.builder()
            .addLimit(Bandwidth.builder()
                    .capacity(20)
                    .refillGreedy(1, Duration.ofMinutes(1))
                    .build())
            .build();

    private static final int AT_ONCE = 1_000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    SignInPace(DataSource database) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("sign_in_bucket")
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /** Counts a try; false when it comes too soon after too many. */
    public boolean allows(String email, String address) {
        boolean account = buckets.getProxy("account " + email + " from " + address, () -> ONE_ACCOUNT)
                .tryConsume(1);
        boolean everything =
                buckets.getProxy("address " + address, () -> ONE_ADDRESS).tryConsume(1);
        return account && everything;
    }

    /**
     * Counts a wish for a new password; false when there were too many. Whoever wishes it in somebody else's name fills
     * their letter box with three links, of which the last one works, and no more.
     */
    public boolean allowsLink(String email, String address) {
        boolean fromHere = buckets.getProxy("links from " + address, () -> LINKS_FROM_ONE_ADDRESS)
                .tryConsume(1);
        return fromHere
                && buckets.getProxy("links to " + email, () -> LINKS_TO_ONE_ACCOUNT)
                        .tryConsume(1);
    }

    /** Counts a token that no key has; false when there were too many. A key that works is let in all the same. */
    public boolean allowsUnknownToken(String address) {
        return buckets.getProxy("tokens from " + address, () -> ONE_ADDRESS).tryConsume(1);
    }

    /** Forgets the tries at an account that turned out to be its owner's. */
    public void forget(String email, String address) {
        buckets.removeProxy("account " + email + " from " + address);
    }

    /** Who tried what from where is personal, and no longer needed once a bucket is full again. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    public void forgetWhatIsOver() {
        int removed = AT_ONCE;
        while (removed == AT_ONCE) {
            removed = buckets.removeExpired(AT_ONCE);
        }
    }
}
