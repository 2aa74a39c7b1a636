import { useEffect } from 'react';

import { jobButtonId } from '../../jobs/ids';
import { JobDialog } from '../../jobs/JobDialog';
import type { useTrackedJobs } from '../../jobs/useTrackedJobs';
import { useGetLicenseKeyGeneratorQuery } from '../../services/generators';

import { DeleteDialog } from './actions/DeleteDialog';
import type { DialogAction } from './actions/generatorActions';
import { CreateDialog } from './forms/CreateDialog';
import { EditDialog } from './forms/EditDialog';
import { GenerateDialog } from './generate/GenerateDialog';
import type { GeneratorDialogAddress } from './hooks/useGeneratorDialog';

interface GeneratorDialogsProps {
  address: GeneratorDialogAddress;
  /** Of the list behind. */
  environment: string;
  /** documentId of the one that the list is filtered by. */
  product: string | undefined;
  jobs: ReturnType<typeof useTrackedJobs>;
  onEnvironment: (name: string) => void;
}

interface GeneratorDialogProps extends GeneratorDialogsProps {
  action: DialogAction;
  documentId: string;
}

const GeneratorDialog = (props: GeneratorDialogProps) => {
  const { action, documentId, address, environment, jobs, onEnvironment } = props;
  const { data: generator } = useGetLicenseKeyGeneratorQuery(documentId);

  // A link tells which generator, not where it is: the list behind follows.
  useEffect(() => {
    if (generator && generator.environment !== environment) onEnvironment(generator.environment);
  }, [generator, environment, onEnvironment]);

  const dialog = { documentId, onClose: address.close };
  switch (action) {
    case 'edit':
      return <EditDialog {...dialog} />;
    case 'delete':
      return <DeleteDialog {...dialog} />;
    case 'generate':
      return (
        <GenerateDialog
          {...dialog}
          onStart={jobs.track}
          onJob={(job) => {
            address.open({ name: 'job', job });
          }}
        />
      );
  }
};

/** The dialog that the address asks for. */
export const GeneratorDialogs = (props: GeneratorDialogsProps) => {
  const { environment, product, address, jobs } = props;
  const { dialog, close } = address;

  if (!dialog) return null;
  switch (dialog.name) {
    case 'create':
      return <CreateDialog environment={environment} product={product} onClose={close} />;
    case 'job':
      return (
        <JobDialog
          id={dialog.job}
          opener={jobButtonId(dialog.job)}
          onClose={(isOver) => {
            if (isOver) jobs.untrack(dialog.job);
            close();
          }}
          onLeave={() => {
            jobs.untrack(dialog.job);
          }}
        />
      );
    default:
      return <GeneratorDialog {...props} action={dialog.name} documentId={dialog.generator} />;
  }
};
