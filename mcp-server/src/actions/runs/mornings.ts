/** Mornings where somebody lives: the moment at which they hear what was done overnight. */
import { DIGEST_HOUR } from '../../gate/limits.ts';

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;

/** The latest one that is not after `now`. */
export function lastMorning(now: Date, zone: string): Date {
  const today = morningOf(midnightBefore(now, zone), zone);
  return today <= now ? today : morningOf(midnightBefore(now, zone) - DAY, zone);
}

/** The first one after `now`. */
export function nextMorning(now: Date, zone: string): Date {
  const today = morningOf(midnightBefore(now, zone), zone);
  return today > now ? today : morningOf(midnightBefore(now, zone) + DAY, zone);
}

/** Clock readings are kept as if they were UTC: only differences between them and real moments matter. */
function midnightBefore(now: Date, zone: string): number {
  return Math.floor(readingAt(now.getTime(), zone) / DAY) * DAY;
}

/** Asked twice: the offset of the first guess may be that of the other side of a change of the clocks. */
function morningOf(midnight: number, zone: string): Date {
  const reading = midnight + DIGEST_HOUR * HOUR;
  const guess = reading - (readingAt(reading, zone) - reading);
  return new Date(reading - (readingAt(guess, zone) - guess));
}

function readingAt(moment: number, zone: string): number {
  const parts = Object.fromEntries(
    formatIn(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  formats.set(zone, made);
  return made;
}
