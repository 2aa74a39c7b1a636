import { SAMPLE_CALLS, SAMPLE_DEVICE } from '../../../../../../shared/samples';
import type { Preview } from '../../../../services/preview';
import { Samples } from '../Samples';

/** Programs that ask this server about this license. */
export const CodeTab = ({ preview: { license, apiUrl } }: { preview: Preview }) => {
  const { key, product } = license;
  const input = { apiUrl, key, product: product.slug, device: SAMPLE_DEVICE };

  return <Samples calls={SAMPLE_CALLS} input={input} />;
};
