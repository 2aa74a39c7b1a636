export type Violation = 'unique' | 'check' | 'foreign key';

const VIOLATIONS: Record<string, Violation> = {
  '23505': 'unique',
  '23514': 'check',
  '23503': 'foreign key',
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  // SQLite adds no CHECK to a table that exists: a trigger stands for it.
  SQLITE_CONSTRAINT_TRIGGER: 'check',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign key',
};

/** Which kind of constraint of the database stopped a statement. */
export const violationOf = async (statement: PromiseLike<unknown>): Promise<Violation> => {
  const error: unknown = await Promise.resolve(statement).then(
    () => {
      throw new Error('The database did not refuse it.');
    },
    (reason: unknown) => reason
  );
  // No instanceof: the driver's class is that of the first test file which a worker of jest has run.
  const { code } = error as { code?: string };
  const violation = VIOLATIONS[String(code)];
  if (!violation) throw error;
  return violation;
};
