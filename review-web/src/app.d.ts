import type { Language } from '#lib/languages.ts';
import type { Theme } from '#lib/preferences.ts';
import type { FlowgateCall } from '#lib/server/api-call.ts';
import type { FieldFault } from '#lib/server/gate-problem.ts';

declare module 'node:http' {
  interface IncomingMessage {
    flowgateCall?: FlowgateCall;
  }
}

declare global {
  namespace App {
    interface Error {
      /** The server's code, such as `not_found`; `defect` for a fault of our own. */
      code: string;
      hint: string | null;
      errors: FieldFault[];
      /** Names this failure in the log. */
      reference: string | null;
    }
    interface PageData {
      language: Language;
      theme: Theme;
      timeZone: string;
      keysOn: boolean;
    }
    interface Locals {
      language: Language;
      theme: Theme;
      timeZone: string;
    }
  }
}
