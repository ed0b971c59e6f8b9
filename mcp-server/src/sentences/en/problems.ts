import type { Texts } from '../texts.ts';

export const problems: Texts['problems'] = {
  body_invalid: {
    sentence: 'The request body is not valid JSON in UTF-8.',
    hint: 'Send one JSON object with `Content-Type: application/json`.',
  },
  token_invalid: {
    sentence: 'This token is not known here. It may be cut short, or from another server.',
    hint: 'Compare it with the one you were given: it starts with `fg_`. Else ask a person for a new one.',
  },
  token_missing: {
    sentence: 'This address needs a token, and none was sent.',
    hint: 'Send `Authorization: Bearer fg_…`. A maintainer issues tokens in the app, under the group, with the line to paste.',
  },
  token_placeholder: {
    sentence: 'Instead of a token the name of a variable arrived: it was never expanded.',
    hint: 'Set the variable in the shell that starts the client, or put the token itself into the configuration.',
  },
  token_revoked: {
    sentence: 'A person has revoked this token.',
    hint: 'End here. Ask a person for a new token if the work should go on.',
  },
  token_expired: {
    sentence: 'This token has expired.',
    hint: 'End here. Ask a person to issue a new one; an expired token is never revived.',
  },
  session_expired: {
    sentence: 'Your session has ended.',
    hint: 'Sign in again. Your drafts are kept.',
  },
  not_signed_in: {
    sentence: 'You are not signed in.',
    hint: 'Sign in, then repeat what you did.',
  },
  sign_in_failed: {
    sentence: 'The name, the password or the code is not right.',
    hint: 'Check them and try again. An admin can reset a password.',
  },
  password_change_needed: {
    sentence: 'Your password must be changed before anything else.',
    hint: 'Change it under your account. Everything else opens then.',
  },
  second_factor_needed: {
    sentence: 'This needs a second factor, and your account has none.',
    hint: 'Set one up under your account: it takes a minute and an authenticator app.',
  },
  link_invalid: {
    sentence: 'This link is not valid: it was used already, is too old, or was cut short.',
    hint: 'Ask an admin for a new one.',
  },
  last_admin: {
    sentence: 'This is the last admin of the installation.',
    hint: 'Make somebody else an admin first.',
  },
  origin_refused: {
    sentence: 'This call came from a page of another origin, so it was not carried out.',
    hint: 'Use the app under its own address. Scripts send `X-FlowGate-Client: NAME` and no `Origin`.',
  },
  host_refused: {
    sentence: 'This server does not answer under the host name that was used.',
    hint: 'Use the public address, or add the name to the allowed hosts in the settings.',
  },
  not_permitted: {
    sentence: 'You do not have the right to do this[[: it needs {needed}]].',
    hint: 'Ask a maintainer of the project.',
  },
  not_found: {
    sentence: 'There is nothing here under this id that you can read.',
    hint: 'Check the id. `find` lists everything in your reach.',
  },
  method_not_allowed: {
    sentence: 'This address does not take this method[[; it takes {allowed}]].',
    hint: 'Look the address up in `/api/docs`.',
  },
  too_large: {
    sentence: 'The request is too large[[: at most {bytes} bytes are taken]]. Nothing was stored.',
    hint: 'Shorten it. Of a long output keep the part that shows the claim.',
  },
  input_invalid: {
    sentence: 'The input cannot be taken as it is[[: {count|fault|faults}]]. Nothing was stored.',
    hint: 'Mend every fault listed, then send it again. `dry_run` checks without storing.',
  },
  too_many: {
    sentence: 'Too many calls came in too short a time.',
    hint: 'Wait[[ {seconds|second|seconds}]], then call again.',
  },
  unavailable: {
    sentence: 'The server cannot answer at the moment. Nothing was stored.',
    hint: 'Wait[[ {seconds|second|seconds}]] and repeat the same call: a repeated payload is stored only once.',
  },
  setup_link_invalid: {
    sentence: 'This set-up link is wrong, used or too old.',
    hint: 'Restart the server: while no admin exists it prints a new one.',
  },
  setup_done: {
    sentence: 'This server already has its first admin.',
    hint: 'Sign in, or ask an admin for an account.',
  },
  dry_run_limit: {
    sentence: 'This token has had its {max} successful dry runs.',
    hint: 'Submit: a document that passes a dry run is accepted. A person can issue another token.',
  },
  webhook_limit: {
    sentence: 'This project has {max} webhooks already; it can have no more.',
    hint: 'Remove one that nobody listens to, or let one receiver pass messages on.',
  },
  defect: {
    sentence: 'Something broke on our side. The cause is in the server log under {reference}.',
    hint: 'Repeat the call once. If it fails again, give a person the reference {reference} and end here.',
  },
  cursor_invalid: {
    sentence: 'This cursor is not one of ours, or it belongs to another list.',
    hint: 'Leave the cursor out to start from the beginning, or send the last one you were given.',
  },
  last_maintainer: {
    sentence: 'This is the last maintainer, and a project needs one.',
    hint: 'Make somebody else a maintainer first.',
  },
  upload_offset_wrong: {
    sentence: 'The upload stands somewhere else[[: {offset} bytes are here]].',
    hint: 'Ask `HEAD /api/v1/attachments/ID/upload` how far it has come, and send what follows.',
  },
  uploads_too_many: {
    sentence: 'Too many uploads wait to be named by a document[[ (at most {max})]].',
    hint: 'Name them in a document, or wait a day: what nobody names is purged.',
  },
};
