/** How many tests of a run passed and failed, as the report itself says; null when it does not. */
export function countTests(
  format: 'junit' | 'tap',
  content: string,
): { passed: number; failed: number } | null {
  return format === 'tap' ? countTap(content) : countJunit(content);
}

function countTap(content: string): { passed: number; failed: number } | null {
  const lines = content.match(/^(?:not )?ok\b.*$/gm);
  if (!lines) return null;
  const failed = lines.filter(
    (line) => line.startsWith('not') && !/#\s*(?:todo|skip)/i.test(line),
  ).length;
  return { passed: lines.length - failed, failed };
}

function countJunit(content: string): { passed: number; failed: number } | null {
  const cases = content.match(/<testcase\b/g)?.length ?? 0;
  if (cases === 0) return null;
  const failed = content.match(/<(?:failure|error)\b/g)?.length ?? 0;
  return { passed: Math.max(0, cases - failed), failed };
}
