package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.server.Browser.Answer;
import io.github.sessionstarter.server.Stores;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Django made an empty record for every unknown id that a request showed it and whose session it looked at, so that anybody
 * could fill the store (CVE-2015-5143). Here who only reads leaves nothing.
 */
@DisplayName("CVE-2015-5143: forged ids do not fill the store")
class ForgedIdsTest {

    private static final int REQUESTS = 1_000;

    @ParameterizedTest
    @EnumSource
    void aThousandRequestsOfRandomIdsThatReadLeaveNoRecord(Stores store) {
        Applications app = Applications.on(store);
        Set<String> before = app.records();

        for (int i = 0; i < REQUESTS; i++) {
            Answer answer = app.browser().getWith("session=" + UUID.randomUUID(), "/who");

            assertThat(answer.body()).isEqualTo("nobody");
            assertThat(answer.setCookies()).isEmpty();
        }

        assertThat(app.records()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void anEmptySessionThatNobodyChangedLeavesNoRecord(Stores store) {
        Applications app = Applications.on(store);
        Set<String> before = app.records();

        app.browser().get("/read?how=isNew");
        app.browser().get("/flashes");
        app.browser().getWith("session=" + UUID.randomUUID(), "/untouched");
        app.browser().getWith("session=" + UUID.randomUUID(), "/logout");

        assertThat(app.records()).isEqualTo(before);
    }
}
