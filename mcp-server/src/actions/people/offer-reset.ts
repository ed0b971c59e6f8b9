/** An admin makes a link with which somebody gets back in: with a new password, or without their second factor. */
import { AccountInput, OneTimeLinkView } from '../../contracts/accounts-admin.ts';
import { faultAt } from '../../problems.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { logInInstallation } from './log-in-installation.ts';
import { mintLink } from './mint-link.ts';
import { requireAccount } from './require-account.ts';

/** Its answer is the only time the link is shown. Nothing of the account changes until it is used. */
function offerReset(purpose: 'password_reset' | 'second_factor_reset') {
  return action({
    name: `offer_${purpose}`,
    input: AccountInput,
    output: OneTimeLinkView,
    permission: 'person.manage',
    place: () => ({}),
    async run(dependencies, { caller }, { username }) {
      const { database } = dependencies;
      const person = await requireAccount(database.reader, username);
      if (person.deactivatedAt !== null) throw faultAt('username', 'deactivated');
      if (purpose === 'second_factor_reset' && person.secondFactorSince === null) {
        throw faultAt('', 'second_factor_off');
      }
      const minted = mintLink(dependencies, purpose, {
        personId: person.id,
        madeById: caller.kind === 'person' ? caller.id : null,
      });
      await database.inTransaction(async (transaction) => {
        await minted.insert(transaction);
        const kind = OFFERED[purpose];
        await logInInstallation(transaction, actorOf(caller), minted.createdAt, [
          { kind, details: { person: person.id, username: person.username } },
        ]);
      });
      return { link: minted.link, expires_at: minted.expiresAt.toISOString() };
    },
  });
}

const OFFERED = {
  password_reset: 'password.reset_offered',
  second_factor_reset: 'second_factor.reset_offered',
} as const;

export const offerPasswordReset = offerReset('password_reset');
export const offerSecondFactorReset = offerReset('second_factor_reset');
