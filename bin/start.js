#!/usr/bin/env node
// `npm start`: the local page, and the bots whose tokens are set.
import { launch } from './launch.js';

launch('main.ts', [], 'bound');
