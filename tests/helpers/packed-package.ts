import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What npm pack tells of the tarball. */
export interface PackedFiles {
  size: number;
  unpackedSize: number;
  files: { path: string; size: number }[];
}

/** The package as npm would install it, in a folder of its own. */
export interface PackedPackage extends PackedFiles {
  /** A project with nof1 and its dependencies in `node_modules`. */
  project: string;
  /** The file that would be published. */
  tarball: string;
}

/**
 * Packs the repository, unpacks it into a new project, and links its dependencies as npm would install them.
 *
 * @returns Where it is; whoever calls removes `project` afterwards.
 */
export function packedPackage(): PackedPackage {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "nof1-package-")));
  const printed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", project], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const told: unknown = JSON.parse(printed);
  const [packed] = Object.values(told as Record<string, PackedFiles & { filename: string }>);
  const tarball = join(project, packed!.filename);
  const installed = join(project, "node_modules/nof1");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", installed]);
  const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) linkDependency(project, name);
  return { ...packed!, project, tarball };
}

function linkDependency(project: string, name: string): void {
  const place = join(project, "node_modules", name);
  mkdirSync(resolve(place, ".."), { recursive: true });
  symlinkSync(resolve("node_modules", name), place, "dir");
}
