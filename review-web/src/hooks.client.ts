import type { HandleClientError } from '@sveltejs/kit/hooks';
import { defineCustomClientStrategy } from '#lib/paraglide/runtime.js';

defineCustomClientStrategy('custom-page', {
  getLocale: () => document.documentElement.lang,
  // The language changes by a form and a fresh page, so that every sentence of it changes.
  setLocale: () => undefined,
});

export const handleError: HandleClientError = ({ kind }) => ({
  code: kind === 'unknown' ? 'defect' : 'refused',
  hint: null,
  errors: [],
  reference: null,
});
