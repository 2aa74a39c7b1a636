import { requestOf, type SampleCall, type SampleInput } from './sample';

/** Between single quotes PHP knows two escapes, those of the quote and of the backslash. */
const phpQuoted = (text: string): string => `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;

const OUTCOMES = {
  validate: `echo $data['valid'] ? 'Valid' : 'Not valid', ' ', $data['code'], ' ', $data['message'], PHP_EOL;`,
  activate: `echo $data['code'], ' ', $data['license']['activationCount'], ' device(s) in use', PHP_EOL;`,
  deactivate: `echo $data['code'], ' ', $data['license']['activationCount'], ' device(s) in use', PHP_EOL;`,
} as const satisfies Record<SampleCall, string>;

/** By streams: the cURL extension is not everywhere. */
export const phpSample = (call: SampleCall, input: SampleInput): string => {
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
$answer = file_get_contents(${phpQuoted(url)}, false, $context);
if ($answer === false) {
    exit(1);
}
$answer = json_decode($answer, true);

if (isset($answer['error'])) {
    $error = $answer['error'];
    fwrite(STDERR, $error['message'] . ' (' . ($error['details']['code'] ?? $error['name']) . ')' . PHP_EOL);
    exit(1);
}
$data = $answer['data'];
${OUTCOMES[call]}
`;
};
