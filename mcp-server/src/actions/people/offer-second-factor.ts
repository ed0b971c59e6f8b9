/** A person begins to set up a second factor. It counts for nothing until a code of it has come back. */
import { EnrolmentView, OfferSecondFactorInput } from '../../contracts/accounts.ts';
import { ENROLMENT_SECONDS } from '../../gate/limits.ts';
import { placeOfSecret } from '../../identity/check-code.ts';
import { enrolmentOf, newTotpSecret } from '../../identity/second-factor.ts';
import { faultAt } from '../../problems.ts';
import { offerSecondFactor as offer } from '../../store/people/second-factors.ts';
import { action } from '../action.ts';
import { requirePassword } from './require-password.ts';
import { requirePerson } from './require-person.ts';

/** Its answer is the only time the secret is shown. */
export const offerSecondFactor = action({
  name: 'offer_second_factor',
  input: OfferSecondFactorInput,
  output: EnrolmentView,
  permission: 'account.secure',
  place: () => ({}),
  async run(dependencies, call, { password }) {
    const { database, clock, keys } = dependencies;
    const caller = requirePerson(call.caller);
    const person = await requirePassword(dependencies, call, caller, 'password', password);
    const secret = newTotpSecret();
    const sealed = keys.secrets.seal(secret, placeOfSecret(person.id));
    const now = clock.now();
    const offered = await database.inTransaction((transaction) =>
      offer(transaction, person.id, sealed, now),
    );
    if (!offered) throw faultAt('', 'second_factor_on');
    return {
      ...enrolmentOf(secret, person.username),
      expires_at: new Date(now.getTime() + ENROLMENT_SECONDS * 1000).toISOString(),
    };
  },
});
