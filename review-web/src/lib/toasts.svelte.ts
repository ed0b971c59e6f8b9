export interface Toast {
  id: number;
  text: string;
  /** The same sentence again is counted, not stacked. */
  times: number;
  action?: { label: string; run: () => void };
}

const SHOWN_MILLISECONDS = 6_000;
const SHOWN_AT_ONCE = 3;

export const toasts = $state<Toast[]>([]);
let lastId = 0;

/** Says something in passing; nothing that must be read may be said only here. */
export function showToast(text: string, action?: Toast['action']): void {
  const same = toasts.find((toast) => toast.text === text);
  if (same) {
    same.times += 1;
    return;
  }
  lastId += 1;
  const id = lastId;
  toasts.push({ id, text, times: 1, ...(action ? { action } : {}) });
  if (toasts.length > SHOWN_AT_ONCE) toasts.shift();
  setTimeout(() => dismissToast(id), SHOWN_MILLISECONDS);
}

export function dismissToast(id: number): void {
  const place = toasts.findIndex((toast) => toast.id === id);
  if (place >= 0) toasts.splice(place, 1);
}
