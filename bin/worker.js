#!/usr/bin/env node
// `npm run worker`: one more process that works for a TalesRunner elsewhere, through the Redis that both share.
import { launch } from './launch.js';

launch('worker.ts', ['alone'], 'bound');
