import { EXPORT_COUNT_HEADER } from '../../../shared/list';
import type { QueryError } from '../hooks/useErrorMessage';

export interface ExportProgress {
  done: number;
  /** Unknown where the server is of another origin, whose headers the browser keeps back. */
  total: number | undefined;
}

const LINE_FEED = 10;

const countLines = (chunk: Uint8Array): number => {
  let lines = 0;
  for (const byte of chunk) if (byte === LINE_FEED) lines += 1;
  return lines;
};

/** The sentence that the server sent about its refusal. */
export const readRefusal = async (answer: Response): Promise<QueryError> => {
  const body = (await answer.json().catch(() => null)) as {
    error?: { message?: string; details?: Record<string, unknown> };
  } | null;
  return {
    name: 'UnknownError',
    status: answer.status,
    message: body?.error?.message ?? answer.statusText,
    details: body?.error?.details,
  };
};

/**
 * Collects the file as it comes in; the browser may keep it out of memory. Both formats have a line
 * for each license, which is close enough for a progress bar: a name may have a line break.
 */
export const readFile = (
  { body, headers }: Response,
  onProgress: (progress: ExportProgress) => void
): Promise<Blob> => {
  const count = headers.get(EXPORT_COUNT_HEADER);
  const total = count === null ? undefined : Number(count);
  let done = 0;

  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      done += countLines(chunk);
      onProgress({ done: Math.min(done, total ?? done), total });
      controller.enqueue(chunk);
    },
  });
  return new Response(body?.pipeThrough(counter)).blob();
};
