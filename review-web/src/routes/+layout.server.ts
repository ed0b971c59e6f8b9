import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, depends, cookies }) => {
  depends('flowgate:preferences');
  return {
    language: locals.language,
    theme: locals.theme,
    timeZone: locals.timeZone,
    keysOn: cookies.get('flowgate_keys') !== 'off',
  };
};
