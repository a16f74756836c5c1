package io.github.camelsms.routes.imports;

import java.io.IOException;

/** Reads the configuration of one program. */
public interface Importer {

    /**
     * Reads what is in the folder; what it means here goes to the target, and what became of each line to the report.
     *
     * @throws IOException when the folder holds no configuration of the program, or cannot be listed
     */
    void read(Folder folder, Target target, Report report) throws IOException;
}
