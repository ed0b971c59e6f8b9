/** What a verification names: the kind of fault, the place in the log, and the revision where it is one's text. */
import type { LogVerifiedView } from '../../contracts/audit.ts';

export type LogFault = NonNullable<LogVerifiedView['fault']>;

export function faultAt(
  code: LogFault['code'],
  position: number,
  revision: string | null = null,
): LogFault {
  return { code, position, revision };
}
