// A program that wants to go where it may not: `stray.ts WAY [ADDRESS]`. Every way that Node has, one at a time. It does
// nothing at all where no guard stands before it.
import { fork } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { lookup, Resolver, resolve4 } from 'node:dns';
import { lookup as lookupLater, resolveTxt } from 'node:dns/promises';
import { get } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { get as getSecurely } from 'node:https';
import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

if (process.env['ONLY_THESE_REPORT'] === undefined) throw new Error('no guard, no straying');

const [way = '', address = '192.0.2.1:80'] = process.argv.slice(2);
const url = new URL(`http://${address}`);
const [host, port] = [url.hostname.replace(/^\[|\]$/g, ''), Number(url.port || 80)];
const self = fileURLToPath(import.meta.url);
const done = (): void => {};

const WAYS: Readonly<Record<string, () => unknown>> = {
  net: () => connect(port, host).on('connect', () => process.exit()),
  tls: () => connectSecurely({ host, port }),
  http: () => get(url),
  https: () => getSecurely(`https://${address}/`),
  http2: () => connectHttp2(url.href),
  fetch: () => fetch(url),
  'fetch by name': () => fetch('http://example.com/'),
  websocket: () => new WebSocket(`ws://${address}/`),
  udp: () => createSocket('udp4').send('x', port, host),
  'udp connected': () => createSocket('udp4').connect(port, host),
  lookup: () => lookup('example.com', done),
  'lookup later': () => lookupLater('example.com'),
  resolve: () => resolve4('example.com', done),
  'resolve later': () => resolveTxt('example.com'),
  resolver: () => new Resolver().resolveMx('example.com', done),
  'in a child': () => fork(self, ['net', address], { execArgv: [] }),
  'in a thread': () => new Worker(new URL(import.meta.url), { argv: ['net', address] }),
};

await WAYS[way]?.();
