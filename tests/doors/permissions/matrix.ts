/** One cell of the matrix: somebody asks for something somewhere, and what is heard is compared with what must be. */
import type { Reader } from '@flowgate/database';
import type { Permission } from '../../../mcp-server/src/identity/permissions.ts';
import { contentOf } from '../../support/tables.ts';
import {
  expectedOf,
  type Hearing,
  mustLookTheSame,
  type Of,
  WHERE,
  type Where,
} from './expected.ts';
import type { Things } from './things.ts';
import type { Knocker } from './world.ts';

export interface Question {
  readonly permission: Permission;
  readonly of: Of;
  readonly address: (things: Things) => string;
  /** Of lists that only people have: a bearer is refused, whatever it names. */
  readonly ofPeople?: boolean;
  /** Of a tool: for whom it isn't on the list. */
  readonly hiddenFrom?: (knocker: Knocker) => boolean;
  /** A list narrowed to a place: an admin, to whom nothing is foreign, may as well hear that nothing is in it. */
  readonly narrowed?: boolean;
  /** A cookie opens it, and who brings none hears that their session is over. */
  readonly opensByCookie?: boolean;
}

export interface Asking {
  readonly address: string;
  readonly knocker: Knocker;
  readonly things: Things;
}

export interface Heard {
  /** `ok`, or the code of the problem. */
  readonly code: string;
  readonly text: string;
  /** Everything that came back, but for its date. */
  readonly whole: string;
}

export interface Cell {
  readonly expected: Hearing;
  /** Every fault, as a sentence. */
  check(): Promise<string[]>;
}

const CLOSED: readonly string[] = ['not_signed_in', 'not_permitted', 'not_found', 'not_listed'];
/** These are never the right answer to a well-formed question. */
const NEVER: readonly string[] = ['defect', 'unavailable', 'session_expired', 'token_invalid'];

/** Walks the cells and tells every fault. What is refused changes nothing, and is walked first. */
export async function faultsOf(cells: readonly Cell[], reader: Reader): Promise<string[]> {
  const [open, closed] = [[] as Cell[], [] as Cell[]];
  for (const cell of cells) (cell.expected === 'admitted' ? open : closed).push(cell);
  const before = await contentOf(reader);
  const faults = (await Promise.all(closed.map(({ check }) => check()))).flat();
  const after = await contentOf(reader);
  const changed = Object.keys(before).filter((table) => `${before[table]}` !== `${after[table]}`);
  faults.push(...changed.map((table) => `what was refused changed the table ${table}`));
  for (const { check } of open) faults.push(...(await check()));
  return faults;
}

/** Foreign and missing are one cell where they must look the same: two questions, one answer. */
export function cellsOf(
  question: Question,
  knockers: readonly Knocker[],
  places: Readonly<Record<Where, Things>>,
  ask: (asking: Asking) => Promise<Heard>,
): Cell[] {
  const isPlaced = question.of !== 'installation' && question.of !== 'reach';
  return knockers.flatMap((knocker) =>
    (isPlaced ? WHERE : (['own'] as const)).map((where) =>
      cellOf(question, knocker, where, places, ask),
    ),
  );
}

function cellOf(
  question: Question,
  knocker: Knocker,
  where: Where,
  places: Readonly<Record<Where, Things>>,
  ask: (asking: Asking) => Promise<Heard>,
): Cell {
  const { of } = question;
  const expected = expectedAt(question, knocker, where);
  const asked = (at: Where) =>
    ask({ address: question.address(places[at]), knocker, things: places[at] });
  return {
    expected,
    check: async () => {
      const heard = await asked(where);
      const cell = `${knocker.name}, ${where} ${of} at ${question.address(places[where])}`;
      const isOver = question.opensByCookie === true && heard.code === 'session_expired';
      const faults =
        isOver || isAs(expected, where, heard.code)
          ? []
          : [`${cell}: ${expected} expected, ${heard.code} heard`];
      for (const word of knocker.unseen) {
        if (heard.text.includes(word)) faults.push(`${cell}: "${word}" is told`);
      }
      if (where === 'foreign' && mustLookTheSame(knocker.kind)) {
        const missing = await asked('missing');
        if (missing.whole !== heard.whole) {
          faults.push(`${cell}: "${heard.whole}", but of a missing one "${missing.whole}"`);
        }
      }
      return faults;
    },
  };
}

function expectedAt(
  { permission, of, ofPeople, hiddenFrom, narrowed }: Question,
  knocker: Knocker,
  where: Where,
): Hearing {
  const { kind } = knocker;
  if (hiddenFrom?.(knocker)) return 'not_listed';
  if (ofPeople && kind.kind === 'agent') return 'not_permitted';
  if (narrowed && kind.kind === 'person' && kind.isAdmin) return 'admitted';
  return expectedOf(permission, kind, of, where);
}

function isAs(expected: Hearing, where: Where, code: string): boolean {
  if (NEVER.includes(code)) return false;
  // That a thing isn't there may come out before the right to it is looked at: nobody learns anything by it.
  if (where === 'missing' && expected === 'not_permitted' && code === 'not_found') return true;
  return expected === 'admitted' ? !CLOSED.includes(code) : expected === code;
}
