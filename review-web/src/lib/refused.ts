import type { Refused } from './server/attempt.ts';

/** The refusal in a page's `form`, where several actions answer in different shapes; else null. */
export function refusedIn(form: object | null | undefined): Refused | null {
  return form && 'problem' in form && form.problem ? (form as Refused) : null;
}
