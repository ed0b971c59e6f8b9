/**
 * Who may do what, written down a second time by hand from the words of the domain: a slip in the table of the code, or
 * a check that somebody took out, shows against this one. A new permission gets its line here.
 */
import { type Role, SCOPES, type Scope } from '../../mcp-server/src/gate/vocabulary.ts';
import type {
  AgentPermission,
  InstallationPermission,
  ProjectPermission,
} from '../../mcp-server/src/identity/permissions.ts';

/** The lowest role that has it. */
export const FROM_ROLE: Readonly<Record<ProjectPermission, Role>> = {
  'project.read': 'viewer',
  'group.open': 'author',
  'document.write': 'author',
  'attachment.add': 'author',
  'question.ask': 'author',
  'conversation.write': 'author',
  'sequence.arrange': 'author',
  'verdict.give': 'reviewer',
  'document.confirm': 'reviewer',
  'question.answer': 'reviewer',
  'group.change': 'reviewer',
  'run.control': 'reviewer',
  'gate.set': 'maintainer',
  'token.read': 'viewer',
  'token.issue': 'maintainer',
  'group.discard': 'maintainer',
  'project.change': 'maintainer',
  'member.manage': 'maintainer',
  'type.manage': 'maintainer',
  'preset.manage': 'maintainer',
  'audit.read': 'maintainer',
  'document.redact': 'maintainer',
  'secret.allow': 'maintainer',
  'webhook.manage': 'maintainer',
};

/** An installation's admin needs a role of their own for these: who judges or answers belongs to the project. */
export const ONLY_AS_MEMBER: readonly ProjectPermission[] = [
  'verdict.give',
  'document.confirm',
  'question.answer',
];

/** Of the installation: for anybody at all, for whoever is signed in, for its admins. */
export const OF_INSTALLATION: Readonly<
  Record<InstallationPermission, 'anyone' | 'person' | 'admin'>
> = {
  public: 'anyone',
  'account.secure': 'person',
  'self.read': 'person',
  'self.change': 'person',
  'project.create': 'admin',
  'person.manage': 'admin',
  'installation.change': 'admin',
};

/** The scopes of which a token needs one. */
export const OF_SCOPE: Readonly<Record<AgentPermission, readonly Scope[]>> = {
  'project.read': ['read'],
  'document.submit': ['submit', 'plan', 'converse'],
  'document.dry_run': ['dry_run'],
  'question.clarify': ['clarify', 'answer'],
  'work.continue': ['continue', 'review'],
  'document.review': ['review'],
  'conversation.write': ['converse'],
  'verdict.await': ['read'],
  'attachment.add': ['submit', 'observe'],
  'evidence.observe': ['observe'],
  'inbox.use': ['submit', 'plan', 'dry_run', 'review'],
  'help.read': SCOPES,
};

/** What a token may still do whose issuer only reads now: hear and read. Whatever isn't named needs an author behind it. */
export const ISSUER_READS: readonly AgentPermission[] = ['project.read', 'verdict.await'];
