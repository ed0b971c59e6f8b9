/** Credentials for agents. The secret crosses the wire once, in the answer that issues it. */
import { z } from 'zod';
import {
  RUN_LIMIT_REVISIONS_MAX,
  RUN_LIMIT_SECONDS_MAX,
  RUN_LIMIT_STEPS_MAX,
  TOKEN_SECONDS_MAX,
} from '../gate/limits.ts';
import { RUN_MODES, SCOPES, TOKEN_KINDS, TOKEN_STATES } from '../gate/vocabulary.ts';
import {
  cursor,
  groupId,
  line,
  opaqueId,
  pageLimit,
  projectSlug,
  time,
  typeCode,
} from './primitives.ts';

export const IssueTokenInput = z.strictObject({
  project: projectSlug,
  group: groupId.optional(),
  kind: z.enum(TOKEN_KINDS),
  scopes: z.array(z.enum(SCOPES)).min(1).max(10).optional(),
  step: opaqueId.optional(),
  target_step: opaqueId.optional(),
  types: z.array(typeCode).min(1).max(20).optional(),
  agent: line(60).optional(),
  mode: z.enum(RUN_MODES).optional(),
  /** What a run of it may use up before it pauses. */
  limits: z
    .strictObject({
      steps: z.int().min(1).max(RUN_LIMIT_STEPS_MAX).optional(),
      revisions_per_step: z.int().min(1).max(RUN_LIMIT_REVISIONS_MAX).optional(),
      seconds: z.int().min(60).max(RUN_LIMIT_SECONDS_MAX).optional(),
    })
    .optional(),
  expires_in_seconds: z.int().min(60).max(TOKEN_SECONDS_MAX).optional(),
  label: line(100).optional(),
});
export type IssueTokenInput = z.infer<typeof IssueTokenInput>;

export const TokenView = z.strictObject({
  id: z.string(),
  kind: z.enum(TOKEN_KINDS),
  label: z.string(),
  project: z.string(),
  group: z.string().nullable(),
  step_number: z.int().nullable(),
  target_number: z.int().nullable(),
  document_id: z.string().nullable(),
  scopes: z.array(z.enum(SCOPES)),
  types: z.array(z.string()).nullable(),
  agent: z.string().nullable(),
  mode: z.enum(RUN_MODES),
  /** Of its own; null: the installation's. */
  limits: z.strictObject({
    steps: z.int().nullable(),
    revisions_per_step: z.int().nullable(),
    seconds: z.int().nullable(),
  }),
  /** `revoked` and `expired` are refused at the door; the others still read. */
  state: z.enum([...TOKEN_STATES, 'revoked', 'expired']),
  issuer: z.string(),
  created_at: time,
  expires_at: time,
  last_used_at: time.nullable(),
});
export type TokenView = z.infer<typeof TokenView>;

/** Text to paste, per client. Each holds the secret; the handoff doesn't. */
export const SetupView = z.strictObject({
  claude_code: z.string(),
  codex: z.string(),
  vscode: z.string(),
  cursor: z.string(),
  http: z.string(),
  /** Opened by the editor on the same machine: nothing is sent anywhere. */
  vscode_link: z.string(),
  cursor_link: z.string(),
});
export const TokenIssuedView = z.strictObject({
  token: TokenView,
  secret: z.string(),
  handoff: z.string(),
  setup: SetupView,
});

/** A token with the text for its next worker. */
export const HandoffView = z.strictObject({ token: TokenView, handoff: z.string() });

export const ListTokensInput = z.strictObject({
  project: projectSlug.optional(),
  group: groupId.optional(),
  kind: z.enum(TOKEN_KINDS).optional(),
  /** `live`: whatever the door still takes; `dead`: revoked or expired. */
  state: z.enum(['live', 'dead']).optional(),
  /** Those that I have issued. */
  mine: z.stringbool().optional(),
  limit: pageLimit.optional(),
  cursor: cursor.optional(),
});
export const TokenListView = z.strictObject({
  tokens: z.array(TokenView),
  cursor: z.string().nullable(),
});
export const TokenInput = z.strictObject({ token_id: opaqueId });
export const ExtendTokenInput = z.strictObject({
  token_id: opaqueId,
  expires_in_seconds: z.int().min(60).max(TOKEN_SECONDS_MAX),
});
export const TokenChangedView = z.strictObject({ token: TokenView });
