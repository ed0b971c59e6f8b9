/** zod's issues as our faults: codes and limits, never a word of what the caller wrote. */
import { z } from 'zod';
import { FAULT_CODES, type Fault, type FaultCode } from '../problems.ts';

/** Keys of the input that a caller may have meant: their nearest is told, what they sent is not. */
export function faultsOf(error: z.ZodError, schema: z.ZodType): Fault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, schema));
}

function faultsOfIssue(issue: z.core.$ZodIssue, schema: z.ZodType): Fault[] {
  const path = pathText(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(schema, issue.path);
      return issue.keys.map((key) => ({
        path: within(path, safeKey(key)),
        code: 'unknown_key',
        params: { known: known.join(', '), nearest: nearest(key, known) },
      }));
    }
    case 'invalid_type':
      return issue.input === undefined
        ? [{ path, code: 'missing', params: {} }]
        : [
            {
              path,
              code: 'wrong_type_of_value',
              params: { expected: issue.expected },
            },
          ];
    case 'too_big':
      return [tooFar(path, issue.origin, 'max', Number(issue.maximum))];
    case 'too_small':
      return [tooFar(path, issue.origin, 'min', Number(issue.minimum))];
    case 'invalid_value':
      if (issue.input === undefined) return [{ path, code: 'missing', params: {} }];
      return [
        {
          path,
          code: 'not_one_of',
          params: { allowed: issue.values.map(String).join(', ') },
        },
      ];
    case 'invalid_format':
      return [{ path, code: 'malformed', params: formatOf(issue.format) }];
    case 'invalid_union':
      return [{ path, code: 'not_one_of', params: {} }];
    case 'custom':
      return [{ path, code: customCode(issue.message), params: {} }];
    default:
      return [{ path, code: 'malformed', params: { format: issue.code } }];
  }
}

/** A pattern says nothing to a reader; the member's own description does. */
function formatOf(format: string): Fault['params'] {
  return format === 'regex' ? {} : { format };
}

function customCode(message: string): FaultCode {
  return FAULT_CODES.find((code) => code === message) ?? 'malformed';
}

function tooFar(path: string, origin: string, side: 'min' | 'max', limit: number): Fault {
  const params = { [side]: limit };
  if (origin === 'string') return { path, code: side === 'max' ? 'too_long' : 'too_short', params };
  if (origin === 'array' || origin === 'set' || origin === 'record') {
    return {
      path,
      code: side === 'max' ? 'too_many_items' : 'missing',
      params,
    };
  }
  return { path, code: 'out_of_range', params };
}

/** `claims[0].evidence` */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : within(text, safeKey(String(key))),
    '',
  );
}

function within(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** A key the caller chose may be hostile text: only a plain name is repeated. */
export function safeKey(key: string): string {
  return /^[A-Za-z0-9_-]{1,40}$/.test(key) ? key : '(unprintable key)';
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const key of path) at = typeof key === 'number' ? elementOf(at) : shapeOf(at)?.[String(key)];
  return Object.keys(shapeOf(at) ?? {});
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? unwrapped(schema.unwrap())
    : schema;
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodObject ? inner.shape : undefined;
}

function elementOf(schema: unknown): unknown {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodArray ? inner.element : undefined;
}

/** The known key that shares most letters' pairs with the one sent; empty if none is near. */
function nearest(key: string, known: readonly string[]): string {
  const pairs = (word: string) => new Set(Array.from(word.slice(0, -1), (c, i) => c + word[i + 1]));
  const sent = pairs(key.toLowerCase().slice(0, 60));
  let best = '';
  let bestShare = 0.4;
  for (const candidate of known) {
    const own = pairs(candidate);
    const shared = [...own].filter((pair) => sent.has(pair)).length;
    const share = (2 * shared) / (own.size + sent.size || 1);
    if (share > bestShare) [best, bestShare] = [candidate, share];
  }
  return best;
}
