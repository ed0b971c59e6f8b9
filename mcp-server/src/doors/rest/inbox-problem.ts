/** The members that workers of the older system look for in an error, beside those of the problem document. */
import type { ProblemView } from '../../contracts/index.ts';

export function inboxMembers({ status, detail, hint }: ProblemView, publicUrl: string): object {
  return {
    ok: false,
    http_status: status,
    error_message: `${detail} ${hint}`,
    help_url: `${publicUrl}/api/v1/help`,
  };
}
