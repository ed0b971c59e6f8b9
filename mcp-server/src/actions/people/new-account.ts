/** What it takes to make an account: a free name and address, and a password worth having. */
import { isUniqueViolation } from '@flowgate/database';
import type { Dependencies } from '../../dependencies.ts';
import type { Language } from '../../gate/vocabulary.ts';
import { faultOfPassword, hashPassword } from '../../identity/passwords.ts';
import { type Fault, problems } from '../../problems.ts';
import { findTaken, type NewPerson } from '../../store/people/people.ts';

export interface AccountInput {
  readonly username: string;
  readonly email: string;
  readonly password: string;
  readonly display_name?: string | undefined;
  readonly is_admin?: boolean | undefined;
  readonly language?: Language | undefined;
  readonly must_change_password?: boolean | undefined;
}

/** The row to insert, its password hashed. Throws input_invalid with every fault at once. */
export async function newAccount(
  dependencies: Pick<Dependencies, 'database' | 'newId' | 'clock'>,
  input: AccountInput,
): Promise<NewPerson> {
  const faults = await takenFaults(dependencies, input);
  const weak = faultOfPassword('password', input.password, input);
  if (weak !== null) faults.push(weak);
  if (faults.length > 0) throw problems.inputInvalid(faults);
  return {
    id: dependencies.newId(),
    username: input.username.normalize('NFKC'),
    email: input.email,
    displayName: input.display_name ?? input.username,
    passwordHash: await hashPassword(input.password),
    isAdmin: input.is_admin ?? false,
    language: input.language ?? 'en',
    createdAt: dependencies.clock.now(),
    mustChangePassword: input.must_change_password ?? false,
  };
}

/** Runs what inserts the account; somebody who took the name in between is a fault of the input, too. */
export async function orTaken<T>(
  dependencies: Pick<Dependencies, 'database'>,
  input: AccountInput,
  insert: () => Promise<T>,
): Promise<T> {
  try {
    return await insert();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const faults = await takenFaults(dependencies, input);
    throw faults.length > 0 ? problems.inputInvalid(faults) : error;
  }
}

async function takenFaults(
  { database }: Pick<Dependencies, 'database'>,
  input: AccountInput,
): Promise<Fault[]> {
  const taken = await findTaken(database.reader, input);
  return taken.map((path) => ({ path, code: 'taken', params: {} }));
}
