import { BackupCodesView, EnrolmentView, SecondFactorView } from '@flowgate/server/contracts';
import { fail, redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // Codes and secrets may stand on it.
  event.setHeaders({ 'cache-control': 'no-store' });
  return { factor: await gate(event).get('/me/second-factor', SecondFactorView) };
};

/** What was shown stays on the page while its code is typed; the server doesn't tell it again. */
function enrolmentIn(texts: Record<string, string>): EnrolmentView | null {
  try {
    return EnrolmentView.parse(JSON.parse(texts['enrolment'] ?? ''));
  } catch {
    return null;
  }
}

export const actions: Actions = {
  offer: async (event) => {
    const { password = '' } = textsOf(await event.request.formData());
    return attempt({ asked: 'offer' }, async () => ({
      enrolment: await gate(event).post('/me/second-factor', EnrolmentView, { password }),
    }));
  },
  confirm: async (event) => {
    const texts = textsOf(await event.request.formData());
    const { code = '' } = texts;
    const answer = await attempt({ asked: 'confirm' }, async () => ({
      codes: (await gate(event).post('/me/second-factor/confirmation', BackupCodesView, { code }))
        .backup_codes,
    }));
    if (!('status' in answer)) return answer;
    // Over is over: then it begins anew.
    const isWrongCode = answer.data.problem.errors.some(({ path }) => path === 'code');
    const enrolment = isWrongCode || answer.status === 429 ? enrolmentIn(texts) : null;
    return fail(answer.status, { ...answer.data, enrolment });
  },
  renew: async (event) => {
    const { password = '' } = textsOf(await event.request.formData());
    return attempt({ asked: 'renew' }, async () => ({
      codes: (
        await gate(event).post('/me/second-factor/backup-codes', BackupCodesView, { password })
      ).backup_codes,
    }));
  },
  remove: async (event) => {
    const { password = '', code = '' } = textsOf(await event.request.formData());
    return attempt({ asked: 'remove' }, async () => {
      await gate(event).post('/me/second-factor/removal', nothing, { password, code });
      redirect(303, paths.accountAfter('second_factor'));
    });
  },
};
