import type supertest from 'supertest';

export type Http = ReturnType<typeof supertest>;

/** The body of an answer, as the type that the test expects: `bodyOf<{ code: string }>(await http.get(…))`. */
export const bodyOf = <T>({ body }: { body: T }): T => body;
