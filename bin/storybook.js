#!/usr/bin/env node
// The commands at a prompt: `storybook make | tell | caption | doctor | models`.
import { launch } from './launch.js';

launch('cli.ts', process.argv.slice(2));
