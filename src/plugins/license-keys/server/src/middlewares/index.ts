import { answers } from './answers';
import { environment } from './environment';
import { jsonBody } from './json-body';
import { limitGuesses, limitKey } from './rate-limit';

export const middlewares = {
  answers,
  environment,
  'json-body': jsonBody,
  'limit-guesses': limitGuesses,
  'limit-key': limitKey,
};
