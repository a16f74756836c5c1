package io.github.camelsms.proofs.simulation;

import io.github.camelsms.proofs.harness.Mutant;
import java.io.IOException;
import java.io.InputStream;

/** All classes of this project once more, one of them a mutant. */
final class MutatedClasses extends ClassLoader implements AutoCloseable {

    private static final String OURS = "io.github.camelsms.";

    private final Mutant mutant;

    MutatedClasses(Mutant mutant) {
        super(MutatedClasses.class.getClassLoader());
        this.mutant = mutant;
    }

    /** {@link Simulation#run} with the mutant. */
    String run(long seed) throws Exception {
        return (String) loadClass(Simulation.class.getName())
                .getMethod("run", long.class)
                .invoke(null, seed);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            return name.startsWith(OURS) ? define(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] octets = name.equals(mutant.className()) ? mutant.octets() : original(name);
        return defineClass(name, octets, 0, octets.length);
    }

    private byte[] original(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public void close() {}
}
