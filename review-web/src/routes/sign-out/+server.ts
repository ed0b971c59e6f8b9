import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { GateProblem, gate, nothing } from '#lib/server/gate-api.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  try {
    await gate(event).post('/auth/logout', nothing);
  } catch (cause) {
    // A session that is already over is what was asked for.
    if (!(cause instanceof GateProblem) || cause.status !== 401) throw cause;
  }
  redirect(303, paths.signIn());
};
