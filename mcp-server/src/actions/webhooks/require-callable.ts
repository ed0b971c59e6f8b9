/**
 * What can be told of an address without calling it: form and credentials. Where its name leads is looked at on every
 * call, since names change their minds.
 */
import { faultAt } from '../../problems.ts';

export function requireCallable(url: string): void {
  const { username, password } = new URL(url);
  if (username !== '' || password !== '') throw faultAt('url', 'address_refused');
}
