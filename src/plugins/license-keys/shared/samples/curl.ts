import { requestOf, type SampleCall, type SampleInput } from './sample';

/** For a POSIX shell, where nothing has a meaning between single quotes but their end. */
const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

export const curlSample = (call: SampleCall, input: SampleInput): string => {
  const { url, body } = requestOf(call, input);
  return `curl --silent --show-error ${shellQuoted(url)} \\
  --header 'Content-Type: application/json' \\
  --data ${shellQuoted(JSON.stringify(body))}
`;
};
