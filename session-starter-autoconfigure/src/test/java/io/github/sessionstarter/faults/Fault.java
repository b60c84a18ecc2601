package io.github.sessionstarter.faults;

/** What becomes of a server, or of the way to it. */
enum Fault {
    REFUSING {
        @Override
        void begin(KillableServer server, FaultyProxy proxy) {
            proxy.refuse();
        }
    },
    HANGING {
        @Override
        void begin(KillableServer server, FaultyProxy proxy) {
            proxy.hang();
        }
    },
    RESETTING {
        @Override
        void begin(KillableServer server, FaultyProxy proxy) {
            proxy.reset();
        }
    },
    KILLED {
        @Override
        void begin(KillableServer server, FaultyProxy proxy) {
            server.kill();
            proxy.refuse();
        }

        @Override
        void end(KillableServer server, FaultyProxy proxy) {
            server.start();
            proxy.pass();
        }
    };

    abstract void begin(KillableServer server, FaultyProxy proxy);

    void end(KillableServer server, FaultyProxy proxy) {
        proxy.pass();
    }
}
