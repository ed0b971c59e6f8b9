import type { HandleClientError } from '@sveltejs/kit/hooks';
import { defineCustomClientStrategy } from '#lib/paraglide/runtime.js';

defineCustomClientStrategy('custom-page', {
  getLocale: () => document.documentElement.lang,
  // The language changes by a form and a fresh page, so that every sentence of it changes.
  setLocale: () => undefined,
});

export const handleError: HandleClientError = ({ kind, error }) => {
  // biome-ignore lint/suspicious/noConsole: the browser's console is the only log a page has.
  if (kind === 'unknown') console.error(error);
  const code = kind === 'unknown' ? 'defect' : 'refused';
  return { code, hint: null, errors: [], reference: null };
};
