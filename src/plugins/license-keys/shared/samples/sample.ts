/** In the order in which a device goes through them. */
export const SAMPLE_CALLS = [
  'validate',
  'activate',
  'offline-file',
  'verify',
  'deactivate',
] as const;
export type SampleCall = (typeof SAMPLE_CALLS)[number];

/** Those that ask the server for something and print its answer. */
export type AnsweredCall = Exclude<SampleCall, 'offline-file' | 'verify'>;

export interface SampleInput {
  /** Where the public routes of the license's environment are. */
  apiUrl: string;
  key: string;
  /** Slug of the license's product. */
  product: string;
  /** Fingerprint of the device that the samples are about. */
  device: string;
}

export interface SampleRequest {
  url: string;
  body: Record<string, string>;
}

/** One device all through, so that what one sample activates another gives back. */
export const SAMPLE_DEVICE = 'sample-device';

export const requestOf = (
  call: Exclude<SampleCall, 'verify'>,
  { apiUrl, key, device }: SampleInput
): SampleRequest => ({
  url: `${apiUrl}/${call}`,
  body: call === 'validate' ? { key } : { key, fingerprint: device },
});

/** The public keys, beside the environments. */
export const keySetUrlOf = ({ apiUrl }: SampleInput): string => new URL('jwks.json', apiUrl).href;

/** A string as JavaScript and Python both write it. */
export const quoted = (text: string): string => JSON.stringify(text);
