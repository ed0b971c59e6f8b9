/** One fault of the input, as the server names it. */
export interface FieldFault {
  path: string;
  code: string;
  message: string;
}

/** What a page shows of a refusal: the server's own sentence, what to do, and the faults by field. */
export interface ProblemView {
  status: number;
  code: string;
  detail: string;
  hint: string | null;
  errors: FieldFault[];
}

/** An answer of the API that is not a success. Pages show `detail` and `hint` as they came. */
export class GateProblem extends Error {
  override readonly name = 'GateProblem';
  readonly view: ProblemView;

  constructor(view: ProblemView) {
    super(view.detail);
    this.view = view;
  }

  get status(): number {
    return this.view.status;
  }

  get code(): string {
    return this.view.code;
  }
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

function faultsIn(value: unknown): FieldFault[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(
      (fault): fault is Record<string, unknown> => typeof fault === 'object' && fault !== null,
    )
    .map((fault) => ({
      path: textOr(fault['path'], ''),
      code: textOr(fault['code'], 'input_invalid'),
      message: textOr(fault['message'], ''),
    }));
}

/**
 * Reads a problem document (RFC 9457). A body that is none, as a proxy in between may send, still
 * becomes a problem with the status and code `unavailable`.
 */
export function readProblem(status: number, body: string): GateProblem {
  let document: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) document = parsed as Record<string, unknown>;
  } catch {
    // Not JSON: what is known is the status.
  }
  return new GateProblem({
    status,
    code: textOr(document['code'], status === 404 ? 'not_found' : 'unavailable'),
    detail: textOr(document['detail'], textOr(document['title'], `HTTP ${status}`)),
    hint: typeof document['hint'] === 'string' ? document['hint'] : null,
    errors: faultsIn(document['errors']),
  });
}
