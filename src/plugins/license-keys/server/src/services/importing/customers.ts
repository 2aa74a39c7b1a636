import type { ScopedRef } from '../../domain/types';
import { ruleBroken } from '../../errors';
import { findCustomersByEmail, insertCustomers } from '../../store/customers';
import type { ImportContext } from './types';

export interface NamedCustomer {
  email: string;
  /** '' where the file has none. */
  name: string;
}

/** Stands for a customer who is created only when it is sure that somebody needs them. */
const toBe = (environment: string): ScopedRef => ({ id: 0, documentId: '', environment });

/** The customers that a batch of lines names. */
export const customersOf = async (
  { db, environment, mayCreateCustomers, now }: ImportContext,
  emails: readonly string[]
) => {
  const known = await findCustomersByEmail(db, environment, [...new Set(emails)]);

  const find = (email: string): ScopedRef | undefined => known.get(email)?.customer;

  return {
    find,

    /** The same for all e-mails that are one customer's, whether they exist yet or not. */
    spellingOf: (email: string): string => known.get(email)?.spelling ?? email,

    /** The customer, or who they will be; an error where the role may not create them. */
    expect: (email: string) =>
      find(email) ??
      (mayCreateCustomers
        ? toBe(environment)
        : ruleBroken(
            'UNKNOWN_RELATION',
            'There is no customer with this e-mail, and your role does not permit creating one.',
            { field: 'customer_email' }
          )),

    /** Creates those of them that do not exist yet; the first name that the file has for one counts. */
    async create(wanted: readonly NamedCustomer[]): Promise<void> {
      const missing = [...new Set(wanted.map(({ email }) => email))].filter(
        (email) => !find(email)
      );
      if (missing.length === 0) {
        return;
      }
      const names = new Map<string, string>();
      for (const { email, name } of wanted) {
        const spelling = email.toLowerCase();
        if (name && !names.has(spelling)) {
          names.set(spelling, name);
        }
      }
      const rows = missing.map((email) => ({
        email,
        name: names.get(email.toLowerCase()) ?? email,
      }));
      await insertCustomers(db, environment, rows, now);
      const created = await findCustomersByEmail(db, environment, missing);
      for (const [email, addressee] of created) {
        known.set(email, addressee);
      }
    },

    /** Who must exist by now. */
    get(email: string): ScopedRef {
      const customer = find(email);
      if (!customer) {
        throw new Error('A customer of the import was not created.');
      }
      return customer;
    },
  };
};
