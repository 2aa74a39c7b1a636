import { nextTurn } from './next-turn';

/** A piece of a list that is walked; `next` is the place to go on from, null at the end. */
export interface Piece<Item, Place = number> {
  items: Item[];
  next: Place | null;
}

/** All of a list, of which only one piece is in memory at a time, however slow the reader. */
export async function* walkAll<Item, Place>(
  read: (after: Place | null) => Promise<Piece<Item, Place>>
): AsyncGenerator<Item> {
  let after: Place | null = null;
  do {
    const piece: Piece<Item, Place> = await read(after);
    yield* piece.items;
    await nextTurn();
    after = piece.next;
  } while (after !== null);
}
