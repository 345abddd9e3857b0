/** The page begins. */
import './polyfills.js';
import { startClient } from './client.js';

(window as unknown as { client: unknown }).client = startClient();
