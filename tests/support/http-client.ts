import { type IncomingHttpHeaders, request } from 'node:http';

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
export interface Answer<Body = any> {
  status: number;
  headers: IncomingHttpHeaders;
  /** Parsed when it is JSON, text otherwise. */
  body: Body;
  raw: Buffer;
}

export interface TestFile {
  name: string;
  type: string;
  content: Buffer;
}

/**
 * A small browser for tests: real HTTP to 127.0.0.1 with the Host and Origin of the page it is on
 * (Node does not resolve *.localhost), and the cookies that it was given.
 */
export class HttpClient {
  readonly host: string;
  readonly port: number;
  /** Of the page that the browser is on, as BASE_URL has it; what is sent here is always plain. */
  readonly scheme: 'http' | 'https';
  readonly cookies = new Map<string, string>();
  bearer: string | null = null;
  language = 'en';

  constructor(port: number, host: string, scheme: 'http' | 'https' = 'http') {
    this.port = port;
    this.scheme = scheme;
    this.host = host;
  }

  get = (path: string, headers = {}) => this.send('GET', path, undefined, headers);
  post = (path: string, body: unknown = {}, headers = {}) => this.send('POST', path, body, headers);
  put = (path: string, body: unknown = {}, headers = {}) => this.send('PUT', path, body, headers);
  patch = (path: string, body: unknown = {}, headers = {}) =>
    this.send('PATCH', path, body, headers);
  delete = (path: string, headers = {}) => this.send('DELETE', path, undefined, headers);

  /** Sends one file as a form, as a browser does. */
  upload(path: string, file: TestFile, method: 'POST' | 'PUT' = 'POST'): Promise<Answer> {
    const boundary = 'form-boundary-of-the-test';
    const body = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`,
      ),
      file.content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return this.send(method, path, body, {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  }

  send(
    method: string,
    path: string,
    body?: unknown,
    extra: Record<string, string> = {},
  ): Promise<Answer> {
    const payload =
      body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers: Record<string, string | number> = {
      host: this.host,
      'accept-language': this.language,
      ...(method !== 'GET' && { origin: `${this.scheme}://${this.host}` }),
      ...(cookie && { cookie }),
      ...(this.bearer && { authorization: `Bearer ${this.bearer}` }),
      ...(payload && { 'content-type': 'application/json', 'content-length': payload.length }),
      ...extra,
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(
        { host: '127.0.0.1', port: this.port, method, path, headers },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            this.#remember(incoming.headers['set-cookie'] ?? []);
            const raw = Buffer.concat(chunks);
            const isJson = /json/.test(incoming.headers['content-type'] ?? '');
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              raw,
              body: isJson ? JSON.parse(raw.toString()) : raw.toString(),
            });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(payload);
    });
  }

  #remember(setCookies: string[]): void {
    for (const line of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line))
        this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
