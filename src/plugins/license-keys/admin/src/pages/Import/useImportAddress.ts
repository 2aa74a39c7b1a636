import type { PageContext } from '../../../../shared/list';
import { IMPORT_KINDS } from '../../../../shared/imports';
import { useListAddress, type UpdateAddress } from '../../list/useListAddress';
import { choiceIn, textIn } from '../../utils/searchParams';

/** In their order. */
export const STEPS = ['upload', 'columns', 'check', 'result'] as const;
export type Step = (typeof STEPS)[number];

type Param = 'environment' | 'kind' | 'import' | 'mapping' | 'step' | 'check' | 'job';

export type UpdateImport = UpdateAddress<Partial<Record<Param, string>>>;

const idIn = (params: URLSearchParams, name: Param): number | undefined => {
  const id = Number(params.get(name));
  return Number.isInteger(id) && id > 0 ? id : undefined;
};

/** The address holds the file, how its columns are mapped, and how far it is: a reload goes on from there. */
export const useImportAddress = ({ environments, defaultEnvironment }: PageContext['data']) => {
  const { params, update } = useListAddress();
  const file = idIn(params, 'import');
  const job = idIn(params, 'job');
  const step = (): Step => {
    if (job) return 'result';
    return file ? (choiceIn(params, 'step', ['check']) ?? 'columns') : 'upload';
  };

  return {
    environment: choiceIn(params, 'environment', environments) ?? defaultEnvironment,
    kind: choiceIn(params, 'kind', IMPORT_KINDS),
    file,
    mapping: textIn(params, 'mapping'),
    step: step(),
    /** The job that tries the file. */
    check: idIn(params, 'check'),
    /** The job that carries it out. */
    job,
    update: update satisfies UpdateImport,
  };
};

export type ImportAddress = ReturnType<typeof useImportAddress>;

/** What leaves the address with a file. */
export const NO_FILE = {
  import: undefined,
  mapping: undefined,
  step: undefined,
  check: undefined,
  job: undefined,
} satisfies Partial<Record<Param, undefined>>;
