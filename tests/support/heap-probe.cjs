'use strict';

// Preloaded into a server: tells on a port of its own how much memory is in use, once all garbage is gone.
const { subscribe } = require('node:diagnostics_channel');
const { createServer } = require('node:http');
const process = require('node:process');
const { setImmediate: turn } = require('node:timers/promises');
const { promisify } = require('node:util');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

const served = new Set();
subscribe('http.server.request.start', ({ server }) => {
  if (server !== probe) served.add(server);
});

const countConnections = async () => {
  const counts = [...served].map((server) => promisify(server.getConnections).call(server));
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
};

const measure = async () => {
  const connections = await countConnections();
  // What a connection held is garbage only once its native half is gone.
  for (let round = 0; round < 3; round += 1) {
    collect();
    await turn();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { connections, bytes: heapUsed + arrayBuffers };
};

const probe = createServer((_request, response) => {
  measure().then((measured) => response.end(JSON.stringify(measured)));
});

probe.listen(Number(process.env.HEAP_PROBE_PORT), '127.0.0.1').unref();
