/** Claimed files against the files that really changed. */

export interface ClaimedFiles {
  /** The report's list; null: it has none. */
  readonly claimed: readonly string[] | null;
  /** Where the task lets changes happen; null: it doesn't say. */
  readonly scope: readonly string[] | null;
  readonly changed: readonly string[];
}

export interface ComparedFiles {
  /** The report names no files at all, though some changed. */
  readonly listMissing: boolean;
  readonly notChanged: readonly string[];
  readonly notClaimed: readonly string[];
  readonly outOfScope: readonly string[];
}

/** A claimed path may be a folder: then anything below it counts. */
export function compareFiles({ claimed, scope, changed }: ClaimedFiles): ComparedFiles {
  const list = (claimed ?? []).map(plainPath);
  return {
    listMissing: claimed === null && changed.length > 0,
    notChanged: list.filter((path) => !changed.some((file) => isWithin(file, path))),
    notClaimed:
      claimed === null ? [] : changed.filter((file) => !list.some((path) => isWithin(file, path))),
    outOfScope:
      scope === null
        ? []
        : changed.filter((file) => !scope.map(plainPath).some((path) => isWithin(file, path))),
  };
}

/** `./src/` and `src` name the same; `.` is everything. */
function plainPath(path: string): string {
  return path
    .trim()
    .replace(/^(?:(?:\.?\/)+|\.$)/, '')
    .replace(/\/+$/, '');
}

function isWithin(file: string, path: string): boolean {
  return path === '' || file === path || file.startsWith(`${path}/`);
}
