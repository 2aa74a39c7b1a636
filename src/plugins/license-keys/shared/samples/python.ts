import { quoted, requestOf, type SampleCall, type SampleInput } from './sample';

const OUTCOMES = {
  validate: `print("Valid" if data["valid"] else "Not valid", data["code"], data["message"])`,
  activate: `print(data["code"], data["license"]["activationCount"], "device(s) in use")`,
  deactivate: `print(data["code"], data["license"]["activationCount"], "device(s) in use")`,
} as const satisfies Record<SampleCall, string>;

export const pythonSample = (call: SampleCall, input: SampleInput): string => {
  const { url, body } = requestOf(call, input);
  const fields = Object.entries(body).map(
    ([name, value]) => `    ${quoted(name)}: ${quoted(value)},`
  );
  return `import json
import sys
import urllib.error
import urllib.request

body = {
${fields.join('\n')}
}
request = urllib.request.Request(
    ${quoted(url)},
    data=json.dumps(body).encode(),
    headers={"Content-Type": "application/json"},
)
try:
    with urllib.request.urlopen(request) as response:
        data = json.load(response)["data"]
except urllib.error.HTTPError as failure:
    error = json.load(failure)["error"]
    sys.exit(f"{error['message']} ({error['details'].get('code', error['name'])})")

${OUTCOMES[call]}
`;
};
