/** JSON columns: written by us, so a broken one is a defect, never a caller's mistake. */

/** `what` names the column for whoever reads the defect. */
export function fromJson<T>(text: string, what: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new Error(`${what} holds no JSON`, { cause });
  }
}
