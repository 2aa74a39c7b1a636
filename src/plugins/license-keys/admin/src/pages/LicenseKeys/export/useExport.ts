import { useEffect, useRef, useState } from 'react';

import { useNotification } from '@strapi/strapi/admin';

import type { ExportFormat, LicenseListQuery } from '../../../../../shared/list';
import { PLUGIN_ID } from '../../../../../shared/permissions';
import type { QueryError } from '../../../hooks/useErrorMessage';
import { useTranslate } from '../../../i18n/useTranslate';
import { encodeQuery } from '../../../services/licenses';
import { dayOf } from '../../../utils/days';
import { saveFile } from '../../../utils/saveFile';

import { readFile, readRefusal, type ExportProgress } from './readExport';
import { useAuthorizedFetch } from './useAuthorizedFetch';

/** An export that is under way, or that has failed. */
interface ExportRun {
  format: ExportFormat;
  fileName: string;
  progress: ExportProgress;
  error?: QueryError;
}

const NOTHING_YET: ExportProgress = { done: 0, total: undefined };

const toError = (error: unknown): QueryError =>
  error instanceof Error ? error : { name: 'Error', message: String(error) };

/** Saves all licenses that the list's filters match, in its order, as a file. */
export const useExport = (query: LicenseListQuery) => {
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

  const start = async (format: ExportFormat) => {
    controller.current?.abort();
    const { signal } = (controller.current = new AbortController());
    const { page: _page, pageSize: _pageSize, ...filter } = query;
    const fileName = `licenses-${query.environment}-${dayOf(Date.now())}.${format}`;
    const show = (state: Pick<ExportRun, 'progress' | 'error'>) => {
      if (!signal.aborted) setRun({ format, fileName, ...state });
    };

    show({ progress: NOTHING_YET });
    try {
      const params = encodeQuery({ ...filter, format });
      const answer = await authorizedFetch(`/${PLUGIN_ID}/exports/licenses?${params}`, signal);
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
    } catch (error) {
      show({ progress: NOTHING_YET, error: toError(error) });
    }
  };

  return { run, start, cancel };
};

export type LicenseExport = ReturnType<typeof useExport>;
