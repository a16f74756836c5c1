package io.github.camelsms.sms.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private final AtomicLong free = new AtomicLong(Intake.RESERVE);
    private final Intake intake = new Intake(free::get);

    @Test
    void stopsWhileThereIsRoomAndGoesOnByItself18() {
        assertThat(intake.admit(1, () -> CompletableFuture.completedFuture("a")))
                .isCompletedWithValue("a");
        free.set(Intake.RESERVE - 1);
        intake.check();
        assertRefused(intake.admit(1, CompletableFuture::new), Code.STORE_FULL);
        free.set(Intake.RESERVE);
        intake.check();
        assertThat(intake.admit(1, () -> CompletableFuture.completedFuture("b")))
                .isCompletedWithValue("b");
    }

    @Test
    void boundsWhatWaitsInMemory18() {
        CompletableFuture<String> first = new CompletableFuture<>();
        assertThat(intake.admit(99_999, () -> first)).isNotDone();
        CompletableFuture<String> second = intake.admit(1, CompletableFuture::new);
        assertThat(second).isNotDone();
        assertRefused(intake.admit(1, CompletableFuture::new), Code.OVERLOADED);

        first.complete("on disk");

        assertThat(intake.admit(50_000, CompletableFuture::new)).isNotDone();
    }

    private static void assertRefused(CompletableFuture<?> future, Code code) {
        assertThatThrownBy(future::join)
                .cause()
                .isInstanceOfSatisfying(SmsRejectedException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }
}
