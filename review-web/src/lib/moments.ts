const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS: readonly { upTo: number; unit: Intl.RelativeTimeFormatUnit; size: number }[] = [
  { upTo: HOUR, unit: 'minute', size: MINUTE },
  { upTo: DAY, unit: 'hour', size: HOUR },
  { upTo: 30 * DAY, unit: 'day', size: DAY },
  { upTo: 365 * DAY, unit: 'month', size: 30 * DAY },
  { upTo: Number.POSITIVE_INFINITY, unit: 'year', size: 365 * DAY },
];

/** "3 minutes ago", "in 2 hours", "now", in the reader's language. */
export function relativeTime(iso: string, nowMilliseconds: number, language: string): string {
  const difference = Date.parse(iso) - nowMilliseconds;
  const distance = Math.abs(difference);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  if (distance < MINUTE) return format.format(0, 'second');
  const step = STEPS.find(({ upTo }) => distance < upTo) ?? { unit: 'year', size: 365 * DAY };
  return format.format(Math.trunc(difference / step.size), step.unit);
}

/** The whole moment in the reader's zone, with the zone's name. */
export function absoluteTime(iso: string, language: string, timeZone: string): string {
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(iso));
}
