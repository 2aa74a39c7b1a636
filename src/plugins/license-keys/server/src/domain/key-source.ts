import { entropyBits, keySupply } from '../../../shared/key-format';
import type { KeyFormat } from '../../../shared/key-format';
import { accept, refuse } from './decision';
import type { Decision } from './decision';
import { decideFormat, generateKey, tooWeak } from './key-format';

/** A function of the plugin's configuration that makes keys of a form that no pattern can say. */
export interface KeyFunction {
  /** Bits of entropy of its keys, as its author vouches for. */
  bits: number;
  /** How many different keys there are, where they are fewer than that: those of a list, say. */
  supply?: number;
  generate: (context: { environment: string; now: Date }) => string;
}

export type KeyFunctions = Readonly<Record<string, KeyFunction>>;

/** What new keys come from. */
export interface KeySource {
  bits: number;
  /** How many different keys there can be. */
  supply: bigint;
  draw: (now: Date) => string;
}

/** Decides whether keys can be made by a format, and how. */
export const decideKeySource = (
  format: KeyFormat,
  environment: string,
  functions: KeyFunctions
): Decision<KeySource> => {
  const { type, function: name } = format;
  if (type !== 'custom' || name === undefined) {
    const decided = decideFormat(format);
    return decided.ok
      ? accept({
          bits: entropyBits(format),
          supply: keySupply(format),
          draw: (now) => generateKey(format, now),
        })
      : decided;
  }
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!found) {
    return refuse('INVALID_FORMAT', `The configuration has no key function "${name}".`, {
      field: 'format',
    });
  }
  return (
    tooWeak(found.bits) ??
    accept({
      bits: found.bits,
      supply:
        found.supply === undefined ? 2n ** BigInt(Math.floor(found.bits)) : BigInt(found.supply),
      draw: (now) => found.generate({ environment, now }),
    })
  );
};

/** Decides whether so many more keys can be had where some exist already. */
export const decideSupply = (supply: bigint, existing: number, count: number): Decision<number> => {
  const left = supply - BigInt(existing);
  const available = left > 0n ? left : 0n;
  return available >= BigInt(count)
    ? accept(count)
    : refuse(
        'KEYS_EXHAUSTED',
        `The format can supply ${String(available)} more keys; ${String(count)} were asked for.`,
        { available: Number(available), count }
      );
};
