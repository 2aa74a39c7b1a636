import { TABLE } from '../../../src/plugins/license-keys/server/src/uids';
import type { TestDatabase } from '../database';
import { observed, type Http } from '../http';
import { noteAnswer, type Answer } from './answers';
import { keepKeys, noteRecords } from './database';
import { keepEnvironment, createRecorder } from './recorder';

/** Answers that others have got of an application that is watched: null where they could not read them. */
const onAnswer = new Map<string, (answer: Promise<Answer | null>) => void>();

/** Tells of an answer; of no interest where nobody watches who gave it. */
export const tellOf = (origin: string, answer: () => Promise<Answer | null>): void => {
  onAnswer.get(origin)?.(answer());
};

/**
 * Watches an application that runs as a process of its own: what it writes and answers, and what it leaves in
 * its database.
 */
export const watchChild = (
  origin: string,
  database: TestDatabase,
  env: Readonly<Record<string, string | undefined>>
) => {
  const recorder = createRecorder();
  keepEnvironment(recorder, env);
  let output = '';
  const answers: Promise<Answer | null>[] = [];
  onAnswer.set(origin, (answer) => answers.push(answer));

  return {
    onOutput: (text: string): void => {
      output += text;
    },

    /** The same client, whose answers are noted. */
    answersTo: (http: Http): Http =>
      observed(http, ({ status, headers, text }, { method, url }) => {
        noteAnswer(recorder, { method, url, status, headers, text });
      }),

    /** Those of licenses that may be gone at the end; keys made later come in answers. */
    keepKeys: async (): Promise<void> => keepKeys(database, recorder),

    /** Throws where a secret was written; call it when the process has ended and its database is there. */
    assertNone: async (): Promise<void> => {
      for (const answer of await Promise.all(answers)) {
        if (answer) noteAnswer(recorder, answer);
      }
      recorder.note('the log of the process', output);
      await keepKeys(database, recorder);
      for (const { private_key: sealed } of await database.read(TABLE.signingKey)) {
        if (typeof sealed === 'string') recorder.keep('a sealed signing key', sealed);
      }
      await noteRecords(database, recorder);
      recorder.assertNone();
    },
  };
};
