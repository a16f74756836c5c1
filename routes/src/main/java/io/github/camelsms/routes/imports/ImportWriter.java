package io.github.camelsms.routes.imports;

import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountStore;
import io.github.camelsms.sms.account.PasswordHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Writes what an import has made. It overwrites nothing: what is there already is named, and then nothing is written.
 * When something fails half-way, what was written until then is taken away again.
 */
public final class ImportWriter {

    private final Path into;
    private final ZoneId zone;

    /**
     * @param into the folder that the gateway will be started in
     * @param zone of months
     */
    public ImportWriter(Path into, ZoneId zone) {
        this.into = into.toAbsolutePath();
        this.zone = zone;
    }

    /** The files of the target that are there already. */
    public List<String> present(Target target) {
        return target.files().keySet().stream()
                .filter(name -> Files.exists(into.resolve(name)))
                .toList();
    }

    /** Writes files and accounts, or nothing. */
    public void write(Target target, AccountStore store) throws IOException {
        List<Path> files = writeFiles(target);
        try {
            writeAccounts(target, store);
        } catch (RuntimeException e) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            throw e;
        }
    }

    /** Writes the files of a target without accounts. */
    public List<Path> writeFiles(Target target) throws IOException {
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<String, Supplier<String>> file : target.files().entrySet()) {
                Path path = into.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.createFile(path, owner(path));
                written.add(path);
                Files.writeString(path, file.getValue().get(), StandardCharsets.UTF_8, StandardOpenOption.WRITE);
            }
            return written;
        } catch (IOException | RuntimeException e) {
            for (Path path : written) {
                Files.deleteIfExists(path);
            }
            throw new IOException("cannot write into " + into + ": " + e.getMessage(), e);
        }
    }

    /** There are PINs and passwords of providers among them. */
    private static FileAttribute<?>[] owner(Path path) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        && path.getFileSystem().equals(FileSystems.getDefault())
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The accounts and groups of the target that the store has already. */
    public List<String> present(Target target, AccountStore store) {
        List<AccountEntry> entries = await(store.entries());
        return target.accounts().stream()
                .filter(account -> entries.stream()
                        .anyMatch(entry -> entry.kind() == account.entry().kind()
                                && entry.name().equals(account.entry().name())))
                .map(NewAccount::title)
                .toList();
    }

    /** Adds the accounts, groups first. */
    private void writeAccounts(Target target, AccountStore store) {
        List<NewAccount> added = new ArrayList<>();
        try {
            target.accounts().stream()
                    .sorted(Comparator.comparing(
                                    (NewAccount account) -> account.entry().kind())
                            .reversed())
                    .forEach(account -> {
                        await(store.add(
                                account.entry().withPassword(account.password().map(PasswordHash::of))));
                        added.add(account);
                        if (account.sent() > 0) {
                            await(store.reset(
                                    account.entry().kind(), account.entry().name(), account.sent(), zone));
                        }
                    });
        } catch (RuntimeException e) {
            for (int i = added.size() - 1; i >= 0; i--) {
                AccountEntry entry = added.get(i).entry();
                await(store.remove(entry.kind(), entry.name()));
            }
            throw e;
        }
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw e;
        }
    }
}
