/** The moment a day begins for somebody in a time zone, as the API takes it; empty for what is no date. */
export function dayBegins(date: string, timeZone: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return '';
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(midnight)) return '';
  // Twice, because the offset may be another at the moment that the first guess names.
  const guess = midnight - offsetAt(midnight, timeZone);
  return new Date(midnight - offsetAt(guess, timeZone)).toISOString();
}

/** The day after, for ranges that include their last day. */
export function dayEnds(date: string, timeZone: string): string {
  const day = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(day)) return '';
  return dayBegins(new Date(day + 24 * 3_600_000).toISOString().slice(0, 10), timeZone);
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(moment / 1_000) * 1_000;
}
