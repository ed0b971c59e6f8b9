/** Drafts are kept in this browser until they are sent; they survive a reload and a new revision. */
const PREFIX = 'flowgate-draft/';

/** Keys name the person too, so that the next one on this machine does not see them. */
export function draftKey(person: string, ...place: string[]): string {
  return [person, ...place].join('/');
}

type Field = HTMLTextAreaElement | HTMLInputElement;

/** Keeps what is typed into a field. For `{@attach keepDraft(key)}`. */
export function keepDraft(key: string): (field: Field) => () => void {
  return (field) => {
    const kept = read(key);
    if (kept && field.value === field.defaultValue) {
      field.value = kept;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const keep = () => write(key, field.value);
    field.addEventListener('input', keep);
    return () => field.removeEventListener('input', keep);
  };
}

/** Forgets the drafts under a key, once they are sent. */
export function dropDraft(key: string): void {
  write(key, '');
}

// Storage may be switched off or full: a draft then lives as long as its field.
function read(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, text);
  } catch {
    // See above.
  }
}
