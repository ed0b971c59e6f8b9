/** Stands between a client and a server: adds what the client can't send, and tells what passes. */
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Relay {
  readonly url: string;
  /** Resolves when a request has passed whose body holds this text; at once if one has already. */
  passed(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Streams both ways, and keeps Host and Origin as they were sent: they are judged too. */
export async function relayTo(
  target: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Relay> {
  const { hostname, port } = new URL(target);
  const bodies: string[] = [];
  const awaited = new Set<{ text: string; resolve: () => void }>();
  const server = createServer((incoming, outgoing) => {
    const upstream = send(
      {
        hostname,
        port,
        method: incoming.method,
        path: incoming.url,
        headers: { ...incoming.headers, ...headers },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        // A server that breaks off is a server that breaks off: the client sees the same.
        answer.on('error', () => outgoing.destroy());
      },
    );
    upstream.on('error', () => outgoing.destroy());
    outgoing.on('close', () => upstream.destroy());
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      bodies.push(body);
      for (const one of awaited) if (body.includes(one.text)) one.resolve();
    });
    incoming.pipe(upstream);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    passed: (text) =>
      new Promise((resolve) => {
        if (bodies.some((body) => body.includes(text))) resolve();
        else awaited.add({ text, resolve });
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
