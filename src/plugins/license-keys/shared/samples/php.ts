import {
  keySetUrlOf,
  requestOf,
  type AnsweredCall,
  type SampleCall,
  type SampleInput,
} from './sample';

/** Between single quotes PHP knows two escapes, those of the quote and of the backslash. */
const phpQuoted = (text: string): string => `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;

const IN_USE = `echo $data['code'], ' ', $data['license']['activationCount'], ' device(s) in use', PHP_EOL;`;

const OUTCOMES = {
  validate: `echo $data['valid'] ? 'Valid' : 'Not valid', ' ', $data['code'], ' ', $data['message'], PHP_EOL;`,
  activate: IN_USE,
  deactivate: IN_USE,
} as const satisfies Record<AnsweredCall, string>;

/** By streams: the cURL extension is not everywhere. */
const fetching = (call: Exclude<SampleCall, 'verify'>, input: SampleInput): string => {
  const { url, body } = requestOf(call, input);
  const fields = Object.entries(body).map(
    ([name, value]) => `            ${phpQuoted(name)} => ${phpQuoted(value)},`
  );
  return `<?php

$context = stream_context_create([
    'http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/json',
        'content' => json_encode([
${fields.join('\n')}
        ]),
        'ignore_errors' => true,
    ],
]);
$text = file_get_contents(${phpQuoted(url)}, false, $context);
$answer = json_decode((string) $text, true);
if (!is_array($answer)) {
    fwrite(STDERR, 'No answer of the license server' . PHP_EOL);
    exit(1);
}
if (isset($answer['error'])) {
    $error = $answer['error'];
    fwrite(STDERR, $error['message'] . ' (' . ($error['details']['code'] ?? $error['name']) . ')' . PHP_EOL);
    exit(1);
}
`;
};

const saving = (
  input: SampleInput
): string => `$keys = file_get_contents(${phpQuoted(keySetUrlOf(input))});
if ($keys === false) {
    exit(1);
}

// The file lasts 24 hours at most; the keys can be kept until a file names another one.
file_put_contents('license.json', $text);
file_put_contents('jwks.json', $keys);
echo 'Saved license.json and jwks.json', PHP_EOL;
`;

const verification = ({ device, product, key }: SampleInput): string => `<?php

// With PHP's own extension sodium, and without a network.
function fail(string $why): void
{
    fwrite(STDERR, 'Not valid: ' . $why . PHP_EOL);
    exit(1);
}

function decode(string $part): string
{
    return base64_decode(strtr($part, '-_', '+/'));
}

$device = ${phpQuoted(device)};
$product = ${phpQuoted(product)};
$licenseKey = ${phpQuoted(key)};
$file = json_decode(file_get_contents('license.json'), true);
$keys = json_decode(file_get_contents('jwks.json'), true)['keys'];

$kid = json_decode(decode($file['protected']), true)['kid'];
$key = array_column($keys, 'x', 'kid')[$kid] ?? fail('unknown key');
$signed = $file['protected'] . '.' . $file['payload'];
if (!sodium_crypto_sign_verify_detached(decode($file['signature']), $signed, decode($key))) {
    fail('wrong signature');
}

$claims = json_decode(decode($file['payload']), true);
if (time() >= $claims['exp']) {
    fail('expired');
}
if (!in_array($device, $claims['fingerprints'], true)) {
    fail('another device');
}
if ($claims['product']['slug'] !== $product) {
    fail('another product');
}
if ($claims['key_sha256'] !== hash('sha256', $licenseKey)) {
    fail('another license');
}
echo 'Valid until ', gmdate('Y-m-d\\TH:i:s\\Z', $claims['exp']), PHP_EOL;
`;

export const phpSample = (call: SampleCall, input: SampleInput): string => {
  if (call === 'verify') return verification(input);
  if (call === 'offline-file') return fetching(call, input) + saving(input);
  return `${fetching(call, input)}$data = $answer['data'];
${OUTCOMES[call]}
`;
};
