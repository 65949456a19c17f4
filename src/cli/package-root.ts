/** The folder of the package, from the source as from `dist/cli`, where the bundled command lies. */
export const packageRoot: URL = new URL("../../", import.meta.url);
