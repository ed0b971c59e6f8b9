import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import type { PageServerLoad } from './$types';
import { adminSectionsFor } from './sections.ts';

/** The administration has no page of its own: its first section is. */
export const load: PageServerLoad = async ({ parent }) => {
  const { me } = await parent();
  redirect(303, adminSectionsFor(me)[0]?.href ?? paths.home());
};
