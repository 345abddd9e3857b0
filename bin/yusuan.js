#!/usr/bin/env node
import { main } from '../dist/cli/main.js';

// the reader of a pipe may stop early (| head); that is no fault of ours
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2));
