/** Times on the wire: UTC, milliseconds, ISO 8601. */
export function wireTime(time: Date): string {
  return time.toISOString();
}

export function wireTimeOrNull(time: Date | null): string | null {
  return time === null ? null : time.toISOString();
}
