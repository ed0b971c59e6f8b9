import { invalidate } from '$app/navigation';
import { navigating, page } from '$app/state';
import { type LineState, openStream } from './live-stream.ts';
import { liveOn } from './live-topics.ts';
import { paths } from './paths.ts';

/** One act often writes several events; they are read again once. */
const BURST_MILLISECONDS = 250;
const RELOADS_APART_MILLISECONDS = 60_000;
const RELOADED_KEY = 'flowgate-reloaded-at';
/** Of the lock that one tab holds, and of the channel by which it tells the others. */
const SHARED_NAME = 'flowgate-live';

type Told =
  | { kind: 'state'; state: LineState }
  | { kind: 'frame'; groupId: string | null; documentId: string | null }
  | { kind: 'gap' }
  | { kind: 'hello' };

/** The one line to the server: `connecting`, `live` or `offline`. */
export const live = $state<{ state: LineState }>({ state: 'connecting' });

/**
 * Reading again without a server would put an error in place of the page, so one asks first: what is
 * on screen stays readable while the line is down.
 */
async function isReachable(): Promise<boolean> {
  try {
    return (await fetch(paths.probe(), { method: 'HEAD', cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/**
 * Whether the line broke in the middle of a reading and left an error where the page was: only a fresh
 * page mends that. Once a minute at most, for an error that a fresh page does not mend.
 */
function brokeWhileReading(): boolean {
  if (page.error?.code !== 'defect' || page.error.reference !== null) return false;
  const last = Number(sessionStorage.getItem(RELOADED_KEY) ?? 0);
  if (Date.now() - last < RELOADS_APART_MILLISECONDS) return false;
  sessionStorage.setItem(RELOADED_KEY, String(Date.now()));
  return true;
}

/** Collects what was touched and reads it again once the burst is over. */
class Rereading {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #touched = new Set<string>();
  #all = false;

  touch(groupId: string | null, documentId: string | null): void {
    this.#touched.add(liveOn.everything);
    if (groupId) this.#touched.add(liveOn.group(groupId));
    if (documentId) this.#touched.add(liveOn.document(documentId));
    this.#soon();
  }

  everything(): void {
    this.#all = true;
    this.#soon();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => void this.#read(), BURST_MILLISECONDS);
  }

  async #read(): Promise<void> {
    const reachable = await isReachable();
    this.#timer = undefined;
    // The stream will break too, and its return reads everything again.
    if (!reachable) return;
    // Reading the page one is leaving again could lead elsewhere than where one is going.
    if (navigating.to !== null) {
      this.#soon();
      return;
    }
    if (brokeWhileReading()) {
      location.reload();
      return;
    }
    const all = this.#all;
    const touched = this.#touched;
    this.#all = false;
    this.#touched = new Set();
    void invalidate((url) => url.protocol === 'live:' && (all || touched.has(url.href)));
  }
}

/**
 * Keeps this tab live until the returned function is called. A browser opens only six connections to
 * one address, so the tabs share one stream: whoever holds the lock has it and tells the others; when
 * that tab goes, the next one takes over, and all read everything again.
 */
export function keepLive(): () => void {
  const rereading = new Rereading();
  const channel = new BroadcastChannel(SHARED_NAME);
  const leaving = new AbortController();
  let closeStream: (() => void) | null = null;

  function hear(told: Told): void {
    if (told.kind === 'state') {
      // From here on nothing is missed; what came before, since the page was written, may have been.
      if (told.state === 'live' && live.state !== 'live') rereading.everything();
      live.state = told.state;
    }
    if (told.kind === 'frame') rereading.touch(told.groupId, told.documentId);
    if (told.kind === 'gap') rereading.everything();
    if (told.kind === 'hello' && closeStream)
      channel.postMessage({ kind: 'state', state: live.state });
  }

  function tell(told: Told): void {
    hear(told);
    channel.postMessage(told);
  }

  function lead(): void {
    closeStream = openStream({
      onstate: (state) => tell({ kind: 'state', state }),
      onframe: (frame) => tell({ kind: 'frame', ...frame }),
      ongap: () => tell({ kind: 'gap' }),
      beforeRetry: async () => {
        if (!(await isReachable())) return false;
        // A session that is over looks like any other error here; reading it again asks to sign in.
        await invalidate(liveOn.session).catch(() => undefined);
        return true;
      },
    });
  }

  channel.onmessage = (event: MessageEvent<Told>) => hear(event.data);
  channel.postMessage({ kind: 'hello' } satisfies Told);

  // Without a secure context there are no locks; each tab then has a stream of its own.
  if (navigator.locks) {
    const left = new Promise<void>((resolve) => {
      leaving.signal.addEventListener('abort', () => resolve());
    });
    navigator.locks
      .request(SHARED_NAME, { signal: leaving.signal }, () => {
        lead();
        return left;
      })
      .catch(() => undefined);
  } else lead();

  return () => {
    leaving.abort();
    closeStream?.();
    channel.close();
    rereading.stop();
  };
}
