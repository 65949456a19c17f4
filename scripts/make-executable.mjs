import { chmodSync } from "node:fs";

// npm sets the bit when it installs the package; a checkout runs the file as the compiler wrote it.
chmodSync(new URL("../dist/cli/bin.js", import.meta.url), 0o755);
