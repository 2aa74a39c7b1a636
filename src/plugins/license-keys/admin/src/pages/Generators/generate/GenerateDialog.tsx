import { useState } from 'react';

import { ModalShell } from '../../../components/ModalShell';
import { useTranslate } from '../../../i18n/useTranslate';
import type { Generated } from '../../../services/generators';
import { menuButtonId } from '../actions/generatorActions';
import { GeneratorLoader } from '../GeneratorLoader';

import { GeneratedKeys } from './GeneratedKeys';
import { GenerateForm } from './GenerateForm';

interface GenerateDialogProps {
  documentId: string;
  /** A job has begun, whether the dialog is still there or not. */
  onStart: (jobId: number) => void;
  /** The job takes the place of the form. */
  onJob: (jobId: number) => void;
  onClose: () => void;
}

export const GenerateDialog = ({ documentId, onStart, onJob, onClose }: GenerateDialogProps) => {
  const t = useTranslate();
  const [licenses, setLicenses] = useState<NonNullable<Generated['licenses']>>();

  return (
    <ModalShell
      title={t(licenses ? 'generate.done.title' : 'generate.title')}
      maxWidth="60rem"
      isSticky
      opener={menuButtonId(documentId)}
      onClose={onClose}
    >
      <GeneratorLoader documentId={documentId} action="generate">
        {(generator) =>
          licenses ? (
            <GeneratedKeys generator={generator} keys={licenses.map(({ key }) => key)} />
          ) : (
            <GenerateForm
              generator={generator}
              onStart={onStart}
              onAnswer={({ licenses: made, job }) => {
                if (job) onJob(job.id);
                else setLicenses(made);
              }}
            />
          )
        }
      </GeneratorLoader>
    </ModalShell>
  );
};
