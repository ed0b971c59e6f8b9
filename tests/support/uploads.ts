/** Sends and reads bytes at `/api/v1/attachments`, as a bearer or a person. */

export interface UploadAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose contract the server has already checked.
  readonly body: any;
}

export interface ReadAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

export function uploader(url: string, who: { token?: string; cookie?: string }) {
  const headers: Record<string, string> = {
    'X-FlowGate-Client': 'tests',
    ...(who.token === undefined ? {} : { Authorization: `Bearer ${who.token}` }),
    ...(who.cookie === undefined ? {} : { Cookie: who.cookie }),
  };
  const base = `${url}/api/v1/attachments`;
  const answerOf = async (response: Response): Promise<UploadAnswer> => ({
    status: response.status,
    body: await response.json(),
  });
  return {
    upload: async (bytes: Uint8Array<ArrayBuffer>, query: Record<string, string | number>) => {
      const search = new URLSearchParams(
        Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
      );
      return answerOf(await fetch(`${base}?${search}`, { method: 'POST', headers, body: bytes }));
    },
    append: async (id: string, offset: number, bytes: Uint8Array<ArrayBuffer>) =>
      answerOf(
        await fetch(`${base}/${id}`, {
          method: 'PATCH',
          headers: { ...headers, 'Upload-Offset': String(offset) },
          body: bytes,
        }),
      ),
    offsetOf: async (id: string) => {
      const response = await fetch(`${base}/${id}/upload`, { method: 'HEAD', headers });
      return Number(response.headers.get('upload-offset'));
    },
    read: async (id: string, query = ''): Promise<ReadAnswer> => {
      const response = await fetch(`${base}/${id}${query}`, { headers });
      return {
        status: response.status,
        headers: response.headers,
        bytes: new Uint8Array(await response.arrayBuffer()),
      };
    },
  };
}
