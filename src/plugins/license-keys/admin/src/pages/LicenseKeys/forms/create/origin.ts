/** What a new license is made from: documentIds of a product and of one of its generators. */
export interface Origin {
  product: string | undefined;
  generator: string | undefined;
}

export const NO_ORIGIN: Origin = { product: undefined, generator: undefined };
