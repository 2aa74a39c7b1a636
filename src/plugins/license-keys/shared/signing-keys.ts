export interface SigningKeyItem {
  /** RFC 7638 thumbprint, as it stands in the header of what the key has signed. */
  kid: string;
  /** SubjectPublicKeyInfo, PEM */
  publicKey: string;
  /** ISO 8601: when it signed first. */
  createdAt: string;
  /** ISO 8601; null for the key that signs. */
  retiredAt: string | null;
}

/** GET /license-keys/signing-keys and the answer to a rotation */
export interface SigningKeysAnswer {
  data: {
    /** The one that signs, then the newest first. */
    keys: SigningKeyItem[];
    /** Whether the key comes from LICENSE_SIGNING_KEY, and so cannot be rotated here. */
    isGiven: boolean;
    /** The public address of the key set. */
    keySetUrl: string;
  };
}

/** POST /license-keys/signing-keys/rotate */
export interface RotateSigningKeysBody {
  /** kid of the key to retire: two people who rotate at once retire one key, not two. */
  retire: string;
}
