import {
  documentIdsOfBatch,
  newDocumentId,
} from '../../src/plugins/license-keys/server/src/store/document-ids';

const SHAPE = /^[a-z][a-z0-9]{23}$/;

const newDocumentIds = (count: number): string[] =>
  Array.from({ length: count }, documentIdsOfBatch());

describe('documentIds', () => {
  it('have the shape of Strapi’s', () => {
    expect(newDocumentId()).toMatch(SHAPE);
    for (const id of newDocumentIds(100)) expect(id).toMatch(SHAPE);
  });

  it('are all different', () => {
    const ids = [...newDocumentIds(5000), ...newDocumentIds(5000)];

    expect(new Set(ids).size).toBe(10_000);
  });

  it('of a batch are side by side in an index, apart from those of another', () => {
    const [first, second] = [newDocumentIds(100).sort(), newDocumentIds(100).sort()];

    const sorted = [...first, ...second].sort();
    expect([first, second]).toContainEqual(sorted.slice(0, 100));
  });
});
