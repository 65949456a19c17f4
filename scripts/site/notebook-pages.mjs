import { fileURLToPath } from "node:url";
import { config, observable } from "@observablehq/notebook-kit/vite";
import { build } from "vite";

/** What a notebook imports as npm:nof1, or its own tools load, as Notebook Kit writes it: an address on the network. */
const FROM_NETWORK =
  /^https:\/\/cdn\.jsdelivr\.net\/npm\/(nof1(?:\/\w+)*|htl|@observablehq\/inputs)\/\+esm$/u;

/** Puts the installed packages, and nof1 itself, in the place of those addresses. */
const installedPackages = {
  name: "installed-packages",
  enforce: "pre",
  resolveId(source) {
    const name = FROM_NETWORK.exec(source)?.[1];
    return name === undefined ? null : fileURLToPath(import.meta.resolve(name));
  },
  /** The style sheet of the inputs is named in another one. */
  transform(code, id) {
    if (!id.endsWith(".css")) return null;
    return code.replace(
      /https:\/\/cdn\.jsdelivr\.net\/npm\/(@observablehq\/inputs\/dist\/index\.css)/u,
      "$1",
    );
  },
};

/** No icon is asked for. */
const transformTemplate = (html) => html.replace("</head>", '<link rel="icon" href="data:,"></head>');

/**
 * Builds the notebooks as pages that load nothing from elsewhere.
 *
 * @param root Folder of the notebooks.
 * @param files Their paths.
 * @param out Folder to write to.
 */
export async function buildNotebooks(root, files, out) {
  await build({
    ...config(),
    configFile: false,
    logLevel: "warn",
    root,
    plugins: [installedPackages, observable({ transformTemplate })],
    build: { outDir: out, emptyOutDir: true, rollupOptions: { input: files } },
  });
}
