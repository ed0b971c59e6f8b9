import { m } from '#lib/paraglide/messages.js';

/**
 * Every key of the app. None is one the browser owns; letters rest while somebody types or composes,
 * while a dialog is open, and where the person has switched them off (WCAG 2.1.4).
 */
export const KEYS = {
  help: { keys: '?', label: m.keys_help },
  go_queue: { keys: 'g q', label: m.key_go_queue },
  go_groups: { keys: 'g g', label: m.key_go_groups },
  go_questions: { keys: 'g a', label: m.key_go_questions },
  go_notifications: { keys: 'g i', label: m.key_go_notifications },
  go_new: { keys: 'g n', label: m.key_go_new },
  go_tokens: { keys: 'g t', label: m.key_go_tokens },
  go_admin: { keys: 'g s', label: m.key_go_admin },
  next: { keys: 'j', label: m.key_next },
  previous: { keys: 'k', label: m.key_previous },
  open: { keys: 'Enter', label: m.key_open },
  to_queue: { keys: 'u', label: m.key_to_queue },
  approve: { keys: 'a', label: m.key_approve },
  request_revision: { keys: 'e', label: m.key_request_revision },
  reject: { keys: 'x', label: m.key_reject },
  comment: { keys: 'c', label: m.key_comment },
  suggest: { keys: 's', label: m.key_suggest },
  next_thread: { keys: 'n', label: m.key_next_thread },
  previous_thread: { keys: 'p', label: m.key_previous_thread },
  reply: { keys: 'r', label: m.key_reply },
  settle_thread: { keys: 'w', label: m.key_settle_thread },
  view: { keys: 't', label: m.key_view },
  older_revision: { keys: '[', label: m.key_older_revision },
  newer_revision: { keys: ']', label: m.key_newer_revision },
  send: { keys: 'Ctrl-Enter', label: m.key_send },
} as const satisfies Record<string, { keys: string; label: () => string }>;

export type KeyName = keyof typeof KEYS;
export type KeyHandlers = Partial<Record<KeyName, () => void>>;

/** Keys that act wherever one is; the sheet lists them apart. */
export const EVERYWHERE: readonly KeyName[] = [
  'help',
  'go_queue',
  'go_groups',
  'go_questions',
  'go_notifications',
  'go_new',
  'go_tokens',
  'go_admin',
];

/** A second key must follow `g` within this time. */
const SEQUENCE_MILLISECONDS = 1200;

const stack: KeyHandlers[] = [];
let pending: { key: string; at: number } | null = null;

/** Lets a screen answer to its keys until the returned function is called. */
export function answerKeys(handlers: KeyHandlers): () => void {
  stack.push(handlers);
  return () => {
    const place = stack.indexOf(handlers);
    if (place >= 0) stack.splice(place, 1);
  };
}

/** The keys that would do something now, in the order of the table. */
export function keysInUse(): KeyName[] {
  const names = Object.keys(KEYS) as KeyName[];
  return names.filter((name) => stack.some((handlers) => handlers[name]));
}

/** The letter on the key, also where a Korean or Japanese layout writes another character. */
function letterOf(event: KeyboardEvent): string {
  if (event.key.length === 1 && event.key > '\u007f' && event.code.startsWith('Key')) {
    return event.code.slice(3).toLowerCase();
  }
  return event.key;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="menu"]') !== null)
  );
}

/** Handles one key press; true when a handler took it. */
export function pressKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.defaultPrevented || isTyping(event.target)) return false;
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return false;

  const letter = letterOf(event);
  const chord = pending && event.timeStamp - pending.at < SEQUENCE_MILLISECONDS ? pending.key : '';
  pending = null;
  const typed = chord ? `${chord} ${letter}` : letter;
  for (const name of Object.keys(KEYS) as KeyName[]) {
    if (KEYS[name].keys !== typed || name === 'open') continue;
    const handler = stack.findLast((handlers) => handlers[name])?.[name];
    if (!handler) continue;
    event.preventDefault();
    handler();
    return true;
  }
  if (!chord && letter === 'g') pending = { key: letter, at: event.timeStamp };
  return false;
}

/** Ctrl-Enter (⌘-Enter) sends the form it is pressed in. For `{@attach}` on a form. */
export function ctrlEnterSends(form: HTMLFormElement): () => void {
  const send = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  };
  form.addEventListener('keydown', send);
  return () => form.removeEventListener('keydown', send);
}

/**
 * Enter sends the field's form and Shift-Enter starts a line, as in a chat; the Enter that ends a composition (IME) is
 * neither. For `{@attach}` on a textarea.
 */
export function enterSends(field: HTMLTextAreaElement): () => void {
  const send = (event: KeyboardEvent) => {
    // Safari ends the composition before it tells of the key, and only the old code gives it away.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || composing) return;
    event.preventDefault();
    if (field.value.trim() !== '') field.form?.requestSubmit();
  };
  field.addEventListener('keydown', send);
  return () => field.removeEventListener('keydown', send);
}

/** Moves the focus among the rows of the page, and the blocks of a text: whatever is marked `data-row` or `data-line`. */
export function moveToRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row], [data-line]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const to = at < 0 ? (step === 1 ? 0 : rows.length - 1) : at + step;
  const row = rows[to];
  // A block of text takes the focus only from here, not in the order of the tab key.
  if (row && 'line' in row.dataset) row.tabIndex = -1;
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
