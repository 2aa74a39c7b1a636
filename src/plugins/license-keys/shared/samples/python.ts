import {
  keySetUrlOf,
  quoted,
  requestOf,
  type AnsweredCall,
  type SampleCall,
  type SampleInput,
} from './sample';

const IN_USE = `print(data["code"], data["license"]["activationCount"], "device(s) in use")`;

const OUTCOMES = {
  validate: `print("Valid" if data["valid"] else "Not valid", data["code"], data["message"])`,
  activate: IN_USE,
  deactivate: IN_USE,
} as const satisfies Record<AnsweredCall, string>;

const fetching = (call: Exclude<SampleCall, 'verify'>, input: SampleInput): string => {
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
        answer = response.read()
except urllib.error.HTTPError as failure:
    error = json.load(failure)["error"]
    sys.exit(f"{error['message']} ({error['details'].get('code', error['name'])})")
`;
};

const saving = (input: SampleInput): string => `
# The file lasts 24 hours at most; the keys can be kept until a file names another one.
with open("license.json", "wb") as file:
    file.write(answer)
urllib.request.urlretrieve(${quoted(keySetUrlOf(input))}, "jwks.json")
print("Saved license.json and jwks.json")
`;

const verification = ({
  device,
  product,
  key,
}: SampleInput): string => `# Without a network. Python has no Ed25519 of its own: pip install cryptography
import base64
import hashlib
import json
import sys
from datetime import datetime, timezone

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

DEVICE = ${quoted(device)}
PRODUCT = ${quoted(product)}
LICENSE_KEY = ${quoted(key)}


def decode(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


with open("license.json", encoding="utf-8") as file:
    license_file = json.load(file)
with open("jwks.json", encoding="utf-8") as file:
    keys = {key["kid"]: key["x"] for key in json.load(file)["keys"]}

protected, payload = license_file["protected"], license_file["payload"]
kid = json.loads(decode(protected))["kid"]
if kid not in keys:
    sys.exit("Not valid: unknown key")
try:
    Ed25519PublicKey.from_public_bytes(decode(keys[kid])).verify(
        decode(license_file["signature"]), f"{protected}.{payload}".encode()
    )
except InvalidSignature:
    sys.exit("Not valid: wrong signature")

claims = json.loads(decode(payload))
expires = datetime.fromtimestamp(claims["exp"], timezone.utc)
if datetime.now(timezone.utc) >= expires:
    sys.exit("Not valid: expired")
if DEVICE not in claims["fingerprints"]:
    sys.exit("Not valid: another device")
if claims["product"]["slug"] != PRODUCT:
    sys.exit("Not valid: another product")
if claims["key_sha256"] != hashlib.sha256(LICENSE_KEY.encode()).hexdigest():
    sys.exit("Not valid: another license")
print("Valid until", expires.strftime("%Y-%m-%dT%H:%M:%SZ"))
`;

export const pythonSample = (call: SampleCall, input: SampleInput): string => {
  if (call === 'verify') return verification(input);
  if (call === 'offline-file') return fetching(call, input) + saving(input);
  return `${fetching(call, input)}data = json.loads(answer)["data"]

${OUTCOMES[call]}
`;
};
