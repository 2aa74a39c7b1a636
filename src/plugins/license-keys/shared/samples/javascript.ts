import { quoted, requestOf, type SampleCall, type SampleInput } from './sample';

const OUTCOMES = {
  validate: `  console.log(data.valid ? 'Valid' : 'Not valid', data.code, data.message);`,
  activate: `  console.log(data.code, \`\${data.license.activationCount} device(s) in use\`);`,
  deactivate: `  console.log(data.code, \`\${data.license.activationCount} device(s) in use\`);`,
} as const satisfies Record<SampleCall, string>;

/** For Node.js from 18 on and for browsers, as a module or as a script. */
export const javascriptSample = (call: SampleCall, input: SampleInput): string => {
  const { url, body } = requestOf(call, input);
  const fields = Object.entries(body).map(([name, value]) => `      ${name}: ${quoted(value)},`);
  return `async function ${call}() {
  const response = await fetch(${quoted(url)}, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
${fields.join('\n')}
    }),
  });
  const { data, error } = await response.json();
  if (error) throw new Error(\`\${error.message} (\${error.details.code ?? error.name})\`);
${OUTCOMES[call]}
}

${call}().catch((error) => console.error(error.message));
`;
};
