export const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'flowgate_theme';

/** The browser's zone, told once by script, so that the server can write absolute times. */
export const TIME_ZONE_COOKIE = 'flowgate_zone';

/** `off` when the person wants no single-letter keys (WCAG 2.1.4). */
export const KEYS_COOKIE = 'flowgate_keys';

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

export function isTimeZone(value: string | undefined): value is string {
  if (!value) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
