export const SAMPLE_CALLS = ['validate', 'activate', 'deactivate'] as const;
export type SampleCall = (typeof SAMPLE_CALLS)[number];

export interface SampleInput {
  /** Where the public routes of the license's environment are. */
  apiUrl: string;
  key: string;
}

/** What a sample sends: one device all through, so that what one call activates another gives back. */
export interface SampleRequest {
  url: string;
  body: Record<string, string>;
}

export const SAMPLE_DEVICE = 'sample-device';

export const requestOf = (call: SampleCall, { apiUrl, key }: SampleInput): SampleRequest => ({
  url: `${apiUrl}/${call}`,
  body: call === 'validate' ? { key } : { key, fingerprint: SAMPLE_DEVICE },
});

/** A string as JavaScript and Python both write it. */
export const quoted = (text: string): string => JSON.stringify(text);
