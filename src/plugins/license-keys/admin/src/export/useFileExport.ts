import { useEffect, useRef, useState } from 'react';

import { useNotification } from '@strapi/strapi/admin';

import type { QueryError } from '../hooks/useErrorMessage';
import { useTranslate } from '../i18n/useTranslate';
import { saveFile } from '../utils/saveFile';
import { toError } from '../utils/toError';

import { readFile, readRefusal, type ExportProgress } from './readExport';
import { useAuthorizedFetch } from './useAuthorizedFetch';

export interface FileRequest {
  /** Of the route that answers the file. */
  path: string;
  body: object;
  fileName: string;
}

/** An export that is under way, or that has failed. */
export interface ExportRun {
  fileName: string;
  progress: ExportProgress;
  error?: QueryError;
}

const NOTHING_YET: ExportProgress = { done: 0, total: undefined };

/** Saves what a route answers as a file, and says how far it is; whoever leaves meanwhile gets none. */
export const useFileExport = () => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const authorizedFetch = useAuthorizedFetch();
  const [run, setRun] = useState<ExportRun>();
  const controller = useRef<AbortController>();

  useEffect(
    () => () => {
      controller.current?.abort();
    },
    []
  );

  const cancel = () => {
    controller.current?.abort();
    setRun(undefined);
  };

  const save = async ({ path, body, fileName }: FileRequest, onSaved?: () => void) => {
    const { signal } = (controller.current = new AbortController());
    const show = (state: Pick<ExportRun, 'progress' | 'error'>) => {
      if (!signal.aborted) setRun({ fileName, ...state });
    };

    show({ progress: NOTHING_YET });
    try {
      const answer = await authorizedFetch(path, { signal, body });
      if (!answer.ok) {
        show({ progress: NOTHING_YET, error: await readRefusal(answer) });
        return;
      }
      const file = await readFile(answer, (progress) => {
        show({ progress });
      });
      if (signal.aborted) return;
      saveFile(file, fileName);
      setRun(undefined);
      toggleNotification({ type: 'success', message: t('export.done', { file: fileName }) });
      onSaved?.();
    } catch (error) {
      show({ progress: NOTHING_YET, error: toError(error) });
    }
  };

  const isRunning = run !== undefined && !run.error;

  return {
    run,
    isRunning,
    cancel,
    start: (request: FileRequest, onSaved?: () => void) => {
      if (!isRunning) void save(request, onSaved);
    },
  };
};
