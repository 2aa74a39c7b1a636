import {
  keySetUrlOf,
  quoted,
  requestOf,
  type AnsweredCall,
  type SampleCall,
  type SampleInput,
} from './sample';

const IN_USE = `  console.log(data.code, \`\${data.license.activationCount} device(s) in use\`);`;

const OUTCOMES = {
  validate: `  console.log(data.valid ? 'Valid' : 'Not valid', data.code, data.message);`,
  activate: IN_USE,
  deactivate: IN_USE,
} as const satisfies Record<AnsweredCall, string>;

const fetching = (call: Exclude<SampleCall, 'verify'>, input: SampleInput): string => {
  const { url, body } = requestOf(call, input);
  const fields = Object.entries(body).map(([name, value]) => `      ${name}: ${quoted(value)},`);
  return `  const response = await fetch(${quoted(url)}, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
${fields.join('\n')}
    }),
  });
`;
};

const REFUSAL = `  if (error) throw new Error(\`\${error.message} (\${error.details.code ?? error.name})\`);
`;

const offlineFile = (input: SampleInput): string => `async function saveOfflineFile() {
  const { writeFile } = await import('node:fs/promises');
${fetching('offline-file', input)}  const file = await response.json();
  const { error } = file;
${REFUSAL}  // The file lasts 24 hours at most; the keys can be kept until a file names another one.
  const keys = await fetch(${quoted(keySetUrlOf(input))});
  if (!keys.ok) throw new Error('No answer of the license server');
  await writeFile('license.json', JSON.stringify(file));
  await writeFile('jwks.json', await keys.text());
  console.log('Saved license.json and jwks.json');
}

saveOfflineFile().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
`;

const verification = ({
  device,
  product,
  key,
}: SampleInput): string => `// For Node.js from 18 on, and without a network.
async function verifyOfflineFile({ device, product, licenseKey }) {
  const { createHash, createPublicKey, verify } = await import('node:crypto');
  const { readFile } = await import('node:fs/promises');
  const read = async (name) => JSON.parse(await readFile(name, 'utf8'));
  const decode = (part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

  const file = await read('license.json');
  const { keys } = await read('jwks.json');
  const { kid } = decode(file.protected);
  const jwk = keys.find((key) => key.kid === kid);
  if (!jwk) throw new Error('Not valid: unknown key');
  const isSigned = verify(
    null,
    Buffer.from(\`\${file.protected}.\${file.payload}\`),
    createPublicKey({ key: jwk, format: 'jwk' }),
    Buffer.from(file.signature, 'base64url'),
  );
  if (!isSigned) throw new Error('Not valid: wrong signature');

  const claims = decode(file.payload);
  const hash = createHash('sha256').update(licenseKey).digest('hex');
  if (Date.now() / 1000 >= claims.exp) throw new Error('Not valid: expired');
  if (!claims.fingerprints.includes(device)) throw new Error('Not valid: another device');
  if (claims.product.slug !== product) throw new Error('Not valid: another product');
  if (claims.key_sha256 !== hash) throw new Error('Not valid: another license');
  console.log('Valid until', new Date(claims.exp * 1000).toISOString());
}

verifyOfflineFile({
  device: ${quoted(device)},
  product: ${quoted(product)},
  licenseKey: ${quoted(key)},
}).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
`;

/** For Node.js from 18 on, and what needs no files for browsers too; as a module or as a script. */
export const javascriptSample = (call: SampleCall, input: SampleInput): string => {
  if (call === 'verify') return verification(input);
  if (call === 'offline-file') return offlineFile(input);
  return `async function ${call}() {
${fetching(call, input)}  const { data, error } = await response.json();
${REFUSAL}${OUTCOMES[call]}
}

${call}().catch((error) => console.error(error.message));
`;
};
