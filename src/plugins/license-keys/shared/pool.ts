/** How well a product's pool is filled: licenses that can be given to customers at once. */
export interface PoolItem {
  product: { documentId: string; name: string };
  available: number;
  /** What there should be. */
  buffer: number;
  low: boolean;
}

/** Answer of `GET /license-keys/pool-health?environment=…`: active products that have a generator or licenses, emptiest first. */
export interface PoolHealth {
  data: PoolItem[];
}
