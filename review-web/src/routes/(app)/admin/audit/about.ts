import { EVENT_KINDS } from '@flowgate/server/contracts';
import { m } from '#lib/paraglide/messages.js';

interface About {
  readonly label: () => string;
  /** What the kinds of its events begin with. */
  readonly nouns: readonly string[];
}

/** What a reader looks for; each stands for the kinds of events that are about it. */
const ABOUTS: Readonly<Record<string, About>> = {
  document: { label: m.audit_about_document, nouns: ['document', 'comment', 'conversation'] },
  verdict: { label: m.audit_about_verdict, nouns: ['verdict', 'review', 'checks'] },
  group: { label: m.audit_about_group, nouns: ['group', 'sequence', 'head'] },
  question: { label: m.audit_about_question, nouns: ['question'] },
  run: { label: m.audit_about_run, nouns: ['run'] },
  token: { label: m.audit_about_token, nouns: ['token'] },
  person: { label: m.audit_about_person, nouns: ['person', 'session', 'password'] },
  project: { label: m.audit_about_project, nouns: ['project', 'member', 'type', 'preset'] },
  secret: { label: m.audit_about_secret, nouns: ['secret'] },
};
const OTHER = 'other';
const NAMED = new Set(Object.values(ABOUTS).flatMap(({ nouns }) => nouns));

const nounOf = (kind: string) => kind.slice(0, kind.indexOf('.'));

/** Its choices, without those that no event is about. */
export function aboutChoices(): { value: string; label: string }[] {
  const choices = Object.entries(ABOUTS).map(([value, { label }]) => ({ value, label: label() }));
  return [...choices, { value: OTHER, label: m.audit_about_other() }].filter(
    ({ value }) => kindsAbout(value) !== '',
  );
}

/** The kinds for the API, with commas; empty: no filter. */
export function kindsAbout(about: string): string {
  const nouns = ABOUTS[about]?.nouns;
  if (nouns === undefined && about !== OTHER) return '';
  const isMeant = (kind: string) =>
    nouns === undefined ? !NAMED.has(nounOf(kind)) : nouns.includes(nounOf(kind));
  return EVENT_KINDS.filter(isMeant).join(',');
}
