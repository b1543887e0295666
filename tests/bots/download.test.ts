// Fetching what people posted: from the hosts allowed alone, within limits, and with secrets kept to their host.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDownload } from '../../src/bots/download.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const options = { limit: 10, signal: new AbortController().signal };

describe('a download', () => {
  it('brings the bytes and what they are declared as', async () => {
    const host = await serve((request, response) => {
      response.setHeader('content-type', 'image/png; x=y');
      response.end(request.headers.authorization);
    });
    const download = createDownload({ hosts: [host] });
    const { bytes, mediaType } = await download(`http://${host}/a`, { ...options, headers: { authorization: 'key' } });
    expect([Buffer.from(bytes).toString(), mediaType]).toEqual(['key', 'image/png']);
  });

  it.each([
    ['https://example.com/a', ['example.org']],
    ['https://example.com:8443/a', ['example.com']],
    ['http://example.com/a', ['example.com']],
    ['https://evil-example.com/a', ['*.example.com', 'example.com']],
    ['https://example.com.evil.org/a', ['*.example.com', 'example.com']],
    ['https://user@example.com/a', ['example.com']],
    ['http://example.com:443/a', ['example.com:443']],
    ['http://example.com/a', ['example.com:443']],
    ['https://example.com/a', ['example.com:80']],
    ['file:///a', ['example.com']],
  ])('refuses %s where %j is allowed', async (url, hosts) => {
    const download = createDownload({
      hosts,
      fetch: () => {
        throw new Error('something was fetched');
      },
    });
    await expect(download(url, options)).rejects.toMatchObject({ code: 'picture-not-received', retryable: false });
  });

  it('takes hosts as they are named, and their subdomains where a star stands', async () => {
    const seen: string[] = [];
    const download = createDownload({
      hosts: ['example.com', '*.example.org'],
      fetch: async (url) => {
        seen.push(String(url));
        return new Response('x');
      },
    });
    await download('https://example.com/a', options);
    await download('https://files.example.org/a', options);
    const named = createDownload({
      hosts: ['example.com:80', 'example.net:443'],
      fetch: async (url) => {
        seen.push(String(url));
        return new Response('x');
      },
    });
    await named('http://example.com/a', options);
    await named('https://example.net/a', options);
    expect(seen).toHaveLength(4);
  });

  it.each(['content-length', 'no length'])('reads no more than the limit (%s)', async (how) => {
    const host = await serve((_, response) => {
      if (how === 'content-length') response.setHeader('content-length', '11');
      response.write('12345');
      response.end('678901');
    });
    const failure = { code: 'picture-too-large', details: { size: 11, limit: 10 } };
    await expect(createDownload({ hosts: [host] })(`http://${host}/`, options)).rejects.toMatchObject(failure);
  });

  it.each([
    [404, false],
    [403, false],
    [429, true],
    [500, true],
  ])('says after status %i whether it may work later', async (status, retryable) => {
    const host = await serve((_, response) => response.writeHead(status).end());
    await expect(createDownload({ hosts: [host] })(`http://${host}/`, options)).rejects.toMatchObject({
      code: 'picture-not-received',
      retryable,
    });
  });

  it('follows to hosts that are allowed, without the secret, and to no others', async () => {
    const seen: (string | undefined)[] = [];
    const second = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end('there');
    });
    const first = await serve((_, response) => response.writeHead(302, { location: `http://${second}/b` }).end());
    const headers = { authorization: 'key' };
    const { bytes } = await createDownload({ hosts: [first, second] })(`http://${first}/`, { ...options, headers });
    expect(Buffer.from(bytes).toString()).toBe('there');
    expect(seen).toEqual([undefined]);
    await expect(createDownload({ hosts: [first] })(`http://${first}/`, options)).rejects.toMatchObject({
      retryable: false,
    });
  });

  it('gives up on hosts that send each other around, and on those that never end', async () => {
    const round = await serve((_, response) => response.writeHead(302, { location: '/' }).end());
    await expect(createDownload({ hosts: [round] })(`http://${round}/`, options)).rejects.toMatchObject({
      code: 'picture-not-received',
    });
    const endless = await serve((_, response) => void response.write('1'));
    await expect(
      createDownload({ hosts: [endless], timeoutMs: 20 })(`http://${endless}/`, options),
    ).rejects.toMatchObject({ code: 'picture-not-received', retryable: true });
  });
});
