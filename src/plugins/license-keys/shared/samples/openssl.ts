import { quoted, type SampleInput } from './sample';
import { shellQuoted } from './shell';

/** The files are JSON without white space, as the server writes it: sed can read them, escapes left as they are. */
export const opensslVerification = ({
  device,
  product,
  key,
}: SampleInput): string => String.raw`# For Bash with OpenSSL 3, and without a network; in parentheses, to be pasted into a terminal as well.
(
set -euo pipefail
device=${shellQuoted(quoted(device).slice(1, -1))}
product=${shellQuoted(product)}
license_key=${shellQuoted(key)}
fail() { echo "$1" >&2; exit 1; }
field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }
decode() {
  local text
  text=$(tr -- '-_' '+/')
  while [ $(( ${'$'}{#text} % 4 )) -ne 0 ]; do text="$text="; done
  printf '%s' "$text" | openssl base64 -d -A
}
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

protected=$(field protected < license.json)
payload=$(field payload < license.json)
kid=$(printf '%s' "$protected" | decode | field kid)
key=$(tr '{' '\n' < jwks.json | grep -F "\"kid\":\"$kid\"" | field x) || fail 'Not valid: unknown key'

# An Ed25519 public key as OpenSSL reads it: a fixed head and 32 bytes.
{ printf '\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00'; printf '%s' "$key" | decode; } > "$folder/key"
printf '%s.%s' "$protected" "$payload" > "$folder/signed"
field signature < license.json | decode > "$folder/signature"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$folder/key" -rawin \
  -in "$folder/signed" -sigfile "$folder/signature" > "$folder/result" 2>&1 \
  || fail 'Not valid: wrong signature'

claims=$(printf '%s' "$payload" | decode)
expires=$(printf '%s' "$claims" | sed -n 's/^{[^{]*"exp":\([0-9]*\).*/\1/p')
devices=$(printf '%s' "$claims" | sed -n 's/.*"fingerprints":\[\(.*\)\],"key_sha256".*/\1/p')
hash=$(printf '%s' "$license_key" | openssl dgst -sha256 -r | cut -d ' ' -f 1)
[ "$(date +%s)" -lt "$expires" ] || fail 'Not valid: expired'
case ",$devices," in *",\"$device\","*) ;; *) fail 'Not valid: another device' ;; esac
case "${'$'}{claims%%,\"features\":*}" in *",\"slug\":\"$product\"},"*) ;; *) fail 'Not valid: another product' ;; esac
case "$claims" in *",\"key_sha256\":\"$hash\"}") ;; *) fail 'Not valid: another license' ;; esac
echo "Valid until $(date -u -d "@$expires" +%FT%TZ 2>/dev/null || date -u -r "$expires" +%FT%TZ)"
)
`;
