import { errors } from '@strapi/utils';

/** The end of yup's own message for a wrong type, which quotes the value. */
const QUOTED = /,? but the final value was[^]*/;
/** The end of its message for unknown fields, which names them all. */
const NAMES = /( has unspecified keys): ([^]*)/;

/** A name as programs give them; anything else may be a license key in the wrong place. */
const NAME = /^_{0,2}[A-Za-z][a-z]*(_?[A-Z][a-z]*|_[a-z]+){0,3}_{0,2}$/;
const MAX_NAME_LENGTH = 24;

export const isName = (text: string): boolean => text.length <= MAX_NAME_LENGTH && NAME.test(text);

const withoutQuotes = (message: string): string =>
  message
    .replace(NAMES, (_end, start: string, names: string) =>
      [start, ...names.split(', ').filter(isName)].join(' ')
    )
    .replace(QUOTED, '');

interface FieldError {
  path: string[];
  message: string;
  name: string;
}

const withoutValue = ({ path, message, name }: FieldError): FieldError => ({
  path,
  message: withoutQuotes(message),
  name,
});

/** A validation whose error does not send back what was sent: it may be a license key, and of any depth. */
export const discreet = async <T>(validation: Promise<T>): Promise<T> =>
  validation.catch((error: unknown) => {
    throw error instanceof errors.YupValidationError
      ? new errors.ValidationError(withoutQuotes(String(error.message)), {
          errors: error.details.errors.map(withoutValue),
        })
      : error;
  });
