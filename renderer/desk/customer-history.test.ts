import { describe, expect, it } from 'vitest';
import type { FoundCustomer } from '../../preload/contract/domain';
import { changed, moved, noVisits, opened, type Visit, type Visits } from './customer-history';

const visit = (id: string): Visit => ({
  hit: { customer: { id } } as FoundCustomer,
  how: { by: undefined, typed: undefined, movedTo: undefined },
  restore: () => undefined,
});
const visitsOf = (...ids: string[]) => ids.reduce((visits, id) => opened(visits, visit(id)), noVisits);
const back = (visits: Visits) => moved(visits, -1) ?? visits;
const ids = ({ list }: Visits) => list.map(({ hit }) => hit.customer.id);
const open = ({ list, at }: Visits) => list[at]?.hit.customer.id;

describe('the customers of a call', () => {
  it('are gone through backwards and forwards, and not beyond the ends', () => {
    const atFirst = back(back(visitsOf('1', '2', '3')));
    expect(open(atFirst)).toBe('1');
    expect(moved(atFirst, -1)).toBeUndefined();
    const forward = moved(atFirst, 1);
    expect(forward && open(forward)).toBe('2');
    expect(moved(visitsOf('1', '2'), 1)).toBeUndefined();
  });

  it('lose those ahead when another one is opened', () => {
    const visits = opened(back(back(visitsOf('1', '2', '3'))), visit('4'));
    expect(ids(visits)).toEqual(['1', '4']);
    expect(moved(visits, 1)).toBeUndefined();
  });

  it('are at most twenty, of which the first is dropped', () => {
    const visits = visitsOf(...Array.from({ length: 21 }, (_, index) => String(index)));
    expect(ids(visits)).toHaveLength(20);
    expect([ids(visits)[0], open(visits)]).toEqual(['1', '20']);
  });

  it('keep what was loaded of the four nearest', () => {
    const visits = visitsOf('1', '2', '3', '4', '5', '6');
    expect(visits.list.map(({ restore }) => restore !== undefined)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it('change only at the open one', () => {
    const visits = changed(back(visitsOf('1', '2')), { hit: visit('9').hit });
    expect(ids(visits)).toEqual(['9', '2']);
  });
});
