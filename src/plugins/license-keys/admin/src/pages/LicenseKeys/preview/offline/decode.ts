import type { OfflineClaims, OfflineFile } from '../../../../../../shared/offline-file';

const bytesOf = (base64url: string): Uint8Array => {
  const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
};

const jsonOf = (part: string): unknown => JSON.parse(new TextDecoder().decode(bytesOf(part)));

/** What a file states, and the id of the key that it is signed with. Nothing is verified: it comes from the server. */
export const decode = (file: OfflineFile) => {
  const { kid } = jsonOf(file.protected) as { kid: string };
  return { kid, claims: jsonOf(file.payload) as OfflineClaims };
};
