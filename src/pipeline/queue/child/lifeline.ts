// The thread inside a worker that ends it when its parent dies, even while the worker's main thread computes for long
// or for ever. It holds the other end of the pipe that is the worker's standard input; nothing is ever written there.
import { Socket } from 'node:net';

const STANDARD_INPUT = 0;

const end = (): void => {
  process.kill(process.pid, 'SIGKILL');
};
new Socket({ fd: STANDARD_INPUT }).on('error', end).on('close', end).resume();
