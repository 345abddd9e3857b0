/** The page begins. */
import './polyfills.js';
import { render } from 'preact';
import { App } from './app.js';
import { startClient } from './client.js';

const root = document.getElementById('app');
if (root) {
  const client = startClient();
  root.textContent = '';
  render(<App client={client} />, root);
  client.warm();
}
