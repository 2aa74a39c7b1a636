import type { Core } from '@strapi/strapi';

import type { Recorder } from './recorder';

const METHODS = ['debug', 'error', 'info', 'log', 'warn'] as const;

/** What winston writes of an entry. */
const MESSAGE = Symbol.for('message');

/** Notes every line of the application's log, and shows the errors only. */
export const watchLog = ({ log }: Core.Strapi, recorder: Recorder): void => {
  for (const transport of log.transports) transport.level = 'error';
  log.level = 'silly';
  log.on('data', (entry: Record<symbol, unknown>) => {
    recorder.note('the log', String(entry[MESSAGE]));
  });
};

const textOf = (value: unknown): string =>
  value instanceof Error ? `${value.message}\n${value.stack ?? ''}` : String(value);

/** Notes what is written past the log; returns what ends it. */
export const watchConsole = (recorder: Recorder): (() => void) => {
  const ends = METHODS.map((name) => {
    const before = Object.getOwnPropertyDescriptor(console, name);
    const write = console[name].bind(console);
    console[name] = (...values: unknown[]): void => {
      recorder.note('the console', values.map(textOf).join(' '));
      write(...values);
    };
    return () => {
      Reflect.deleteProperty(console, name);
      if (before) Object.defineProperty(console, name, before);
    };
  });
  return () => {
    for (const end of ends) end();
  };
};
