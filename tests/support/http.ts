import type { Response } from 'supertest';
import type supertest from 'supertest';

export type Http = ReturnType<typeof supertest>;

/** The body of an answer, as the type that the test expects: `bodyOf<{ code: string }>(await http.get(…))`. */
export const bodyOf = <T>({ body }: { body: T }): T => body;

/** The status and the details of a refusal. */
export const refusalIn = (response: Response): object => {
  const { status, body } = response as { status: number; body: { error: { details: object } } };
  return { status, ...body.error.details };
};

type Look = (response: Response, request: { method: string; url: string }) => void;

/** The same client, where somebody looks at every answer before the test does. */
export const observed = (http: Http, look: Look): Http =>
  new Proxy(http, {
    get: (target, name) => {
      const request: unknown = Reflect.get(target, name);
      if (typeof request !== 'function') return request;
      return (...input: unknown[]): supertest.Test => {
        const test = (request as (...input: unknown[]) => supertest.Test).apply(target, input);
        return test.expect((response) => {
          look(response, test);
        });
      };
    },
  });
