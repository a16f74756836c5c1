package io.github.camelsms.proofs.harness;

import io.github.camelsms.testing.GatewayProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code sms-gateway run} in a process of its own, perhaps with {@link Mutant}s of some of its classes. */
public final class Gateways {

    private Gateways() {}

    /** Starts it in a folder and waits until it is ready. */
    public static GatewayProcess start(Path folder, List<Mutant> mutants, String... arguments) throws Exception {
        GatewayProcess gateway = launch(folder, mutants, arguments);
        if (!gateway.isAlive()) {
            throw new AssertionError("the gateway does not start: " + gateway.errors());
        }
        return gateway;
    }

    /** Starts it and waits until it is ready or has ended. */
    public static GatewayProcess launch(Path folder, List<Mutant> mutants, String... arguments) throws Exception {
        List<Path> classes = new ArrayList<>();
        for (Mutant mutant : mutants) {
            classes.add(mutant.writtenTo(folder.resolve("mutants")));
        }
        String[] run = {"run", "--property", "sms.http.port=0"};
        return GatewayProcess.start(
                folder,
                classes,
                Stream.concat(Stream.of(run), Stream.of(arguments)).toArray(String[]::new));
    }
}
