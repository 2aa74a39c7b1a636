import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import {
  SAMPLE_LANGUAGES,
  sampleOf,
  type SampleCall,
  type SampleLanguage,
} from '../../src/plugins/license-keys/shared/samples';
import { demandPrograms } from '../support/programs';
import { runSample, type Run } from '../support/samples';

const PAGE = '<html><body>502 Bad Gateway</body></html>';

let server: Server;
let folder: string;
/** Whether the gateway lets questions through; never those for the key set. */
let isOpen: boolean;

beforeAll(async () => {
  demandPrograms('samples');
  server = createServer((request, response) => {
    request.resume();
    if (isOpen && request.method === 'POST') response.end('{"protected":"","payload":""}');
    else response.writeHead(502, { 'Content-Type': 'text/html' }).end(PAGE);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  server.close();
  await once(server, 'close');
});

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'license-keys-samples-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const run = async (language: SampleLanguage, call: SampleCall): Promise<Run> => {
  const { port } = server.address() as AddressInfo;
  const apiUrl = `http://127.0.0.1:${String(port)}/api/license-keys/production`;
  const input = { apiUrl, key: 'KEY-1', product: 'pro', device: 'device-1' };
  return runSample(language, sampleOf(language, call, input), folder);
};

describe.each(SAMPLE_LANGUAGES)('where a gateway answers, the sample in %s', (language) => {
  it('does not call a license invalid', async () => {
    isOpen = false;
    const { output } = await run(language, 'validate');
    expect(output).not.toMatch(/^(Not )?valid/im);
    expect(output).not.toBe('');
  });

  it('saves nothing as an offline file', async () => {
    isOpen = false;
    expect((await run(language, 'offline-file')).status).not.toBe(0);
    for (const name of ['license.json', 'jwks.json']) {
      expect(existsSync(path.join(folder, name))).toBe(false);
    }
  });

  it('keeps the keys that there are', async () => {
    isOpen = true;
    const file = path.join(folder, 'jwks.json');
    writeFileSync(file, '{"keys":[]}');
    expect((await run(language, 'offline-file')).status).not.toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('{"keys":[]}');
  });
});
