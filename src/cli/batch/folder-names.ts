/** Names that Windows keeps for devices, whatever follows a dot. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/iu;

/** Code points of a folder's name, at most 240 bytes: file systems take 255, and a number may follow. */
const LONGEST = 60;

/** Whether a name can be one of ours: a manifest that was tampered with must not lead out of the output. */
export function isFolderName(name: string): boolean {
  return /^[\p{L}\p{N}_-]+$/u.test(name);
}

/**
 * Gives folder names to patients in turn: the id in letters, digits, `-` and `_`, so that no id leaves the folder, and
 * numbered where two would be one on a file system that takes no notice of case.
 */
export function folderNames(): (id: string) => string {
  const taken = new Set<string>();
  const lastNumber = new Map<string, number>();
  const key = (name: string): string => name.toUpperCase().toLowerCase();
  return (id) => {
    const safe = safeName(id);
    let name = safe;
    let i = lastNumber.get(key(safe)) ?? 1;
    while (taken.has(key(name))) name = `${safe}-${++i}`;
    lastNumber.set(key(safe), i);
    taken.add(key(name));
    return name;
  };
}

function safeName(id: string): string {
  const letters = id
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}_-]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  const safe = [...letters].slice(0, LONGEST).join("") || "patient";
  return RESERVED.test(safe) ? `patient-${safe}` : safe;
}
