package io.github.camelsms.routes.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * By what a change of a file is seen.
 *
 * @param time when it was written
 * @param size in octets
 * @param key which file it is, where the file system says so: another one of the same name, size and time is another
 */
public record FileSignature(FileTime time, long size, String key) {

    /** As the file is now. */
    public static FileSignature of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileSignature(
                attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
    }
}
