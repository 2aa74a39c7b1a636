import { findLeaks, type Trace } from './search';

/** Gathers what an application writes, and the secrets that must not stand in it. */
export interface Recorder {
  /** Something that others read was written. */
  note: (where: string, text: string) => void;
  /** A secret came into the world. */
  keep: (what: string, secret: string) => void;
  /** Something was written that tells of the inside, whatever it is. */
  report: (leak: string) => void;
  leaks: () => string[];
  /** Throws where a secret was written. */
  assertNone: () => void;
}

/** Secrets that the tests themselves think of; a recorder knows those made before and after it. */
const made = new Map<string, string>();

/** As `keep`, for what is known before an application is. */
export const keepForAll = (what: string, secret: string): void => {
  made.set(secret, what);
};

export const createRecorder = (): Recorder => {
  const secrets = new Map<string, string>();
  const traces: Trace[] = [];
  const reported: string[] = [];
  const leaks = (): string[] => [...findLeaks(new Map([...made, ...secrets]), traces), ...reported];
  return {
    note: (where, text) => traces.push({ where, text }),
    keep: (what, secret) => secrets.set(secret, what),
    report: (leak) => reported.push(leak),
    leaks,
    assertNone: () => {
      const found = leaks();
      if (found.length > 0) throw new Error(`Secrets were written:\n${found.join('\n')}`);
    },
  };
};

/** The secrets that an application is started with. */
export const keepEnvironment = (
  { keep }: Recorder,
  variables: Readonly<Record<string, string | undefined>>
): void => {
  for (const [name, value = ''] of Object.entries(variables)) {
    if (/KEY|SALT|SECRET|PASSWORD/.test(name)) {
      for (const part of value.split(/[,\n]/)) {
        if (!part.startsWith('-----')) keep(name, part);
      }
    }
    if (name === 'DATABASE_URL' && value) keep('the database’s password', new URL(value).password);
  }
};
