/** Stands before a server and adds the bearer to every request: the conformance client has no option for headers. */
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Before {
  readonly url: string;
  close(): Promise<void>;
}

/** Streams both ways, and keeps Host and Origin as they were sent: they are judged too. */
export async function withToken(target: string, secret: string): Promise<Before> {
  const { hostname, port } = new URL(target);
  const server = createServer((incoming, outgoing) => {
    const upstream = send(
      {
        hostname,
        port,
        method: incoming.method,
        path: incoming.url,
        headers: { ...incoming.headers, authorization: `Bearer ${secret}` },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    upstream.on('error', () => outgoing.destroy());
    outgoing.on('close', () => upstream.destroy());
    incoming.pipe(upstream);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
