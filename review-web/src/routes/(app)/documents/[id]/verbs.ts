import type { LucideIcon } from '@lucide/svelte';
import Check from '@lucide/svelte/icons/check';
import UnlockKeyhole from '@lucide/svelte/icons/lock-keyhole-open';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Undo2 from '@lucide/svelte/icons/undo-2';
import X from '@lucide/svelte/icons/x';
import { KEYS } from '#lib/keyboard.ts';
import { m } from '#lib/paraglide/messages.js';
import type { VerdictName } from './verdict-actions.ts';

interface VerbLook {
  label: () => string;
  /** On the button that sends it: the revision is named, so that nobody judges another. */
  send: (input: { n: number }) => string;
  done: () => string;
  words: () => string;
  takes: 'comment' | 'reasons' | 'nothing';
  look: 'approve' | 'plain' | 'danger';
  icon: LucideIcon;
  key: string;
}

export const VERBS: Record<VerdictName, VerbLook> = {
  approve: {
    label: m.verdict_approve,
    send: m.verdict_sends_approve,
    done: m.verdict_done_approve,
    words: m.verdict_comment,
    takes: 'comment',
    look: 'approve',
    icon: Check,
    key: KEYS.approve.keys,
  },
  request_revision: {
    label: m.verdict_request_revision,
    send: m.verdict_sends_request_revision,
    done: m.verdict_done_request_revision,
    words: m.verdict_reason,
    takes: 'reasons',
    look: 'plain',
    icon: RotateCcw,
    key: KEYS.request_revision.keys,
  },
  reject: {
    label: m.verdict_reject,
    send: m.verdict_sends_reject,
    done: m.verdict_done_reject,
    words: m.verdict_reason_reject,
    takes: 'reasons',
    look: 'danger',
    icon: X,
    key: KEYS.reject.keys,
  },
  reopen: {
    label: m.verdict_reopen,
    send: () => m.verdict_sends_reopen(),
    done: m.verdict_done_reopen,
    words: m.verdict_reason_reopen,
    takes: 'reasons',
    look: 'plain',
    icon: UnlockKeyhole,
    key: '',
  },
  confirm: {
    label: m.verdict_confirm,
    send: () => m.verdict_sends_confirm(),
    done: m.verdict_done_confirm,
    words: m.verdict_comment,
    takes: 'comment',
    look: 'approve',
    icon: ShieldCheck,
    key: '',
  },
  withdraw: {
    label: m.verdict_withdraw,
    send: () => m.verdict_sends_withdraw(),
    done: m.state_withdrawn,
    words: m.verdict_withdraw,
    takes: 'nothing',
    look: 'danger',
    icon: Undo2,
    key: '',
  },
};

/** Verdicts that draft comments are sent with, as one review. */
export function isReview(verb: VerdictName): boolean {
  return verb === 'approve' || verb === 'request_revision' || verb === 'reject';
}

/** Always on the bar, in this order, allowed or not: a button that moves is a button pressed by mistake. */
export const ALWAYS: readonly VerdictName[] = ['approve', 'request_revision', 'reject'];
/** On the bar only where the gate would let it through. */
export const SOMETIMES: readonly VerdictName[] = ['confirm', 'reopen'];
