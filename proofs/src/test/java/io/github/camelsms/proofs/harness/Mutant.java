package io.github.camelsms.proofs.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A class of the product with one rule taken out: a piece of a text constant, or of an SQL statement, is another one;
 * a constant is read in place of another; a stage is complete before its time; or a failure is kept quiet. The product itself knows nothing of
 * it. Making a mutant of a class that does not hold what is to be changed is an error.
 */
public final class Mutant {

    private final String className;
    private final byte[] octets;

    private Mutant(String className, byte[] octets) {
        this.className = className;
        this.octets = octets;
    }

    /** In all texts of the class, {@code from} is {@code to}. */
    public static Mutant text(String className, String from, String to) {
        return mutate(className, (visitor, changes) -> new MethodVisitor(Opcodes.ASM9, visitor) {
            private Object changed(Object constant) {
                if (constant instanceof String text && text.contains(from)) {
                    changes.incrementAndGet();
                    return text.replace(from, to);
                }
                return constant;
            }

            @Override
            public void visitLdcInsn(Object value) {
                super.visitLdcInsn(changed(value));
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String type, Handle bootstrap, Object... arguments) {
                Object[] copy = arguments.clone();
                for (int i = 0; i < copy.length; i++) {
                    copy[i] = changed(copy[i]);
                }
                super.visitInvokeDynamicInsn(name, type, bootstrap, copy);
            }
        });
    }

    /** Where the class reads the constant {@code from}, it reads {@code to} of the same class. */
    public static Mutant constant(String className, String from, String to) {
        return mutate(className, (visitor, changes) -> new MethodVisitor(Opcodes.ASM9, visitor) {
            @Override
            public void visitFieldInsn(int code, String owner, String name, String type) {
                boolean meant = code == Opcodes.GETSTATIC && name.equals(from);
                changes.addAndGet(meant ? 1 : 0);
                super.visitFieldInsn(code, owner, meant ? to : name, type);
            }
        });
    }

    /** Each {@code CompletionStage} that a method of the class returns is a completed {@code CompletableFuture}. */
    public static Mutant completedEarly(String className, String method) {
        return mutate(
                className,
                (visitor, changes) -> new MethodVisitor(Opcodes.ASM9, visitor) {
                    @Override
                    public void visitInsn(int code) {
                        if (code == Opcodes.ARETURN) {
                            changes.incrementAndGet();
                            String future = "java/util/concurrent/CompletableFuture";
                            super.visitInsn(Opcodes.DUP);
                            super.visitTypeInsn(Opcodes.CHECKCAST, future);
                            super.visitInsn(Opcodes.ACONST_NULL);
                            super.visitMethodInsn(
                                    Opcodes.INVOKEVIRTUAL, future, "complete", "(Ljava/lang/Object;)Z", false);
                            super.visitInsn(Opcodes.POP);
                        }
                        super.visitInsn(code);
                    }
                },
                method);
    }

    /** A method that returns nothing also does so where it should have thrown. */
    public static Mutant swallowing(String className, String method) {
        return mutate(
                className,
                (visitor, changes) -> new MethodVisitor(Opcodes.ASM9, visitor) {
                    private final Label begin = new Label();

                    @Override
                    public void visitCode() {
                        super.visitCode();
                        super.visitLabel(begin);
                    }

                    @Override
                    public void visitMaxs(int stack, int locals) {
                        changes.incrementAndGet();
                        Label end = new Label();
                        super.visitLabel(end);
                        super.visitTryCatchBlock(begin, end, end, "java/lang/Exception");
                        super.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Exception"});
                        super.visitInsn(Opcodes.POP);
                        super.visitInsn(Opcodes.RETURN);
                        super.visitMaxs(stack, locals);
                    }
                },
                method);
    }

    public String className() {
        return className;
    }

    public byte[] octets() {
        return octets.clone();
    }

    /** Writes it into a folder that can stand in front of a class path, and returns the folder. */
    Path writtenTo(Path folder) throws IOException {
        Path file = folder.resolve(className.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, octets);
        return folder;
    }

    private interface Change {

        MethodVisitor visitor(MethodVisitor next, AtomicInteger changes);
    }

    private static Mutant mutate(String className, Change change) {
        return mutate(className, change, "");
    }

    private static Mutant mutate(String className, Change change, String method) {
        AtomicInteger changes = new AtomicInteger();
        ClassReader reader = new ClassReader(original(className));
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String signature, String[] exceptions) {
                        MethodVisitor next = super.visitMethod(access, name, type, signature, exceptions);
                        return method.isEmpty() || method.equals(name) ? change.visitor(next, changes) : next;
                    }
                },
                0);
        if (changes.get() == 0) {
            throw new IllegalArgumentException(className + " does not hold what is to be changed");
        }
        return new Mutant(className, writer.toByteArray());
    }

    private static byte[] original(String className) {
        String name = className.replace('.', '/') + ".class";
        try (InputStream in = Mutant.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no class " + className);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
