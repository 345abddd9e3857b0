/**
 * The page's worker without a browser: its messages in and out. Plain JavaScript, since the types of src/web are those
 * of a browser.
 */
import { jest } from '@jest/globals';

/** @param editions those that the build would put into the page */
export async function startWorker(editions) {
  jest.unstable_mockModule('page:about', () => ({ version: '0.0.0' }), { virtual: true });
  jest.unstable_mockModule('page:sample', () => ({ default: {} }), { virtual: true });
  jest.unstable_mockModule('../../src/web/engine/editions.js', () => ({ pageEditions: editions }));
  jest.unstable_mockModule('../../src/web/polyfills.js', () => ({}));
  const waiting = new Map();
  const listeners = [];
  globalThis.self = {
    addEventListener: (_, listener) => listeners.push(listener),
    postMessage: (reply) => waiting.get(reply.number)?.(reply),
    // by this a worker is known: libraries then leave its messages alone
    importScripts: () => {},
  };
  await import('../../src/web/engine/worker.js');
  let number = 0;
  return (task, ask) =>
    new Promise((resolve) => {
      number += 1;
      waiting.set(number, resolve);
      for (const listen of listeners) listen({ data: { number, task, ask } });
    });
}
