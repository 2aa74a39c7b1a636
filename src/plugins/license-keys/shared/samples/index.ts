import { curlSample } from './curl';
import { javascriptSample } from './javascript';
import { phpSample } from './php';
import { pythonSample } from './python';
import type { SampleCall, SampleInput } from './sample';

export { SAMPLE_CALLS, SAMPLE_DEVICE, type SampleCall, type SampleInput } from './sample';

const SAMPLES = {
  curl: curlSample,
  php: phpSample,
  javascript: javascriptSample,
  python: pythonSample,
} as const satisfies Record<string, (call: SampleCall, input: SampleInput) => string>;

export type SampleLanguage = keyof typeof SAMPLES;

export const SAMPLE_LANGUAGES = Object.keys(SAMPLES) as SampleLanguage[];

/** A program that calls this server about this license, and runs as it stands. */
export const sampleOf = (language: SampleLanguage, call: SampleCall, input: SampleInput): string =>
  SAMPLES[language](call, input);
