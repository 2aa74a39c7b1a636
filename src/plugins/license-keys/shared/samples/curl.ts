import { keySetUrlOf, requestOf, type SampleCall, type SampleInput } from './sample';
import { opensslVerification } from './openssl';
import { shellQuoted } from './shell';

type Request = Exclude<SampleCall, 'verify'>;

const post = (call: Request, input: SampleInput, options = ''): string => {
  const { url, body } = requestOf(call, input);
  return `curl --silent --show-error ${options}${shellQuoted(url)} \\
  --header 'Content-Type: application/json' \\
  --data ${shellQuoted(JSON.stringify(body))}`;
};

export const curlSample = (call: SampleCall, input: SampleInput): string => {
  if (call === 'verify') return opensslVerification(input);
  if (call !== 'offline-file') return `${post(call, input)}\n`;
  return `# The file lasts 24 hours at most; the keys can be kept until a file names another one.
${post(call, input, '--fail --output license.json ')} &&
curl --silent --show-error --fail --output jwks.json ${shellQuoted(keySetUrlOf(input))} &&
echo 'Saved license.json and jwks.json'
`;
};
