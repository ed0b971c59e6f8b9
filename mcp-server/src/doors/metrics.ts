/** `/metrics`: counts for Prometheus. Numbers of calls and times only; no id, name or address is a label. */
import type { Request, RequestHandler, Response } from 'express';

const DOORS = { '/mcp': 'mcp', '/api/v1/events': 'events', '/api': 'rest' } as const;

interface Series {
  count: number;
  seconds: number;
}

export interface Metrics {
  readonly observe: RequestHandler;
  readonly show: (request: Request, response: Response) => void;
}

/** Counts of this process since it started. */
export function openMetrics(): Metrics {
  const series = new Map<string, Series>();
  const open = new Map<string, number>();
  return {
    observe: (request, response, next) => {
      const door = doorOf(request.path);
      const startedAt = performance.now();
      open.set(door, (open.get(door) ?? 0) + 1);
      response.once('close', () => {
        open.set(door, (open.get(door) ?? 1) - 1);
        const labels = `door="${door}",status="${response.statusCode}"`;
        const { count, seconds } = series.get(labels) ?? { count: 0, seconds: 0 };
        const took = (performance.now() - startedAt) / 1_000;
        series.set(labels, { count: count + 1, seconds: seconds + took });
      });
      next();
    },
    show: (_request, response) => {
      response.type('text/plain; version=0.0.4').send(textOf(series, open));
    },
  };
}

function doorOf(path: string): string {
  const known = Object.entries(DOORS).find(
    ([start]) => path === start || path.startsWith(`${start}/`),
  );
  return known?.[1] ?? 'web';
}

function textOf(series: ReadonlyMap<string, Series>, open: ReadonlyMap<string, number>): string {
  const all = [...series];
  return [
    ...block('flowgate_requests_total', 'counter', 'Requests answered.', [
      ...all.map(([labels, { count }]): Sample => [labels, count]),
    ]),
    ...block('flowgate_request_seconds_total', 'counter', 'Time spent answering, waits included.', [
      ...all.map(([labels, { seconds }]): Sample => [labels, Number(seconds.toFixed(3))]),
    ]),
    ...block('flowgate_requests_open', 'gauge', 'Requests, waits and streams open now.', [
      ...[...open].map(([door, count]): Sample => [`door="${door}"`, count]),
    ]),
    ...block('process_resident_memory_bytes', 'gauge', 'Memory of this process.', [
      ['', process.memoryUsage.rss()],
    ]),
    ...block('process_uptime_seconds', 'gauge', 'Since this process started.', [
      ['', Math.round(process.uptime())],
    ]),
    '',
  ].join('\n');
}

type Sample = readonly [labels: string, value: number];

function block(name: string, type: string, help: string, samples: readonly Sample[]): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([labels, value]) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}`),
  ];
}
