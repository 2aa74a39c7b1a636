export default {
  host: '127.0.0.1',
  logger: { updates: { enabled: false }, startup: { enabled: false } },
};
