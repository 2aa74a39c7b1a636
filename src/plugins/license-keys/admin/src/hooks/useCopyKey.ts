import { useCopyText } from './useCopyText';

export const useCopyKey = () => useCopyText('key.copied');
