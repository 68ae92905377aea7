import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Account, Booking, Contract, Customer } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import type { Loadable } from '../../loadable';
import { languageFor } from '../../messages/language';
import type { NoRight } from '../../missing-rights';
import { createResource } from '../../resource';
import { createExplanationStore, explanationOf } from './explanation';

const ref: CustomerRef = { studio: 'https://studio.example#1', id: '1001' };
const english = languageFor('en', 'en-GB');
const problem = { kind: 'offline', message: '' } as const;

function booking(amount: string, currency = 'EUR'): Booking {
  const money = { amount, currency };
  return { id: amount, dueDate: '2020-01-01', amount: money, openAmount: money, installmentPlan: false };
}

const ready = <T>(value: T): Loadable<T> => ({ state: 'ready', value, asOf: 0 });
const failed = { state: 'failed', problem } as const;

interface Given {
  customer?: Partial<Customer>;
  account?: Loadable<Account>;
  past?: Loadable<Booking[]>;
  upcoming?: Loadable<Booking[]>;
  nextOffset?: string;
  via?: string;
}

function storesOf(given: Given) {
  const never = () => new Promise<never>(() => {});
  const customer = createResource<CustomerRef, Customer>(never);
  const account = createResource<CustomerRef, Account>(never);
  const person = { id: '1001', status: 'MEMBER', accessRefused: false, ...given.customer };
  customer.setState({ key: { ...ref, ...(given.via && { via: given.via }) }, content: ready(person) });
  account.setState({ content: given.account ?? ready({ inDebtCollection: false }) });
  const part = (content: Loadable<Booking[]> = ready([])) =>
    createStore(() => ({ content, nextOffset: given.nextOffset }));
  return {
    customer,
    account,
    contracts: createResource<CustomerRef, Contract[] | NoRight>(never),
    past: part(given.past),
    upcoming: part(given.upcoming),
    explanation: createExplanationStore(customer),
  };
}

const explained = (given: Given) => explanationOf(storesOf(given), english);

describe('the explanation', () => {
  it('waits for the account and both kinds of bookings', () => {
    const loading = { state: 'loading' } as const;
    expect(explained({ account: loading })).toBe('loading');
    expect(explained({ past: loading })).toBe('loading');
    expect(explained({ upcoming: { state: 'idle' } })).toBe('loading');
  });

  it('is not there where nothing is known, or the home studio has no key here', () => {
    expect(explained({ account: failed, past: failed, upcoming: failed })).toBeUndefined();
    expect(explained({ via: 'https://studio.example#2' })).toBeUndefined();
  });

  it('says what is not known', () => {
    const account = ready({ inDebtCollection: true });
    expect(explained({ past: failed, account })).toMatchObject({
      text: 'Open claims have been passed to a debt collection agency. It is not known at the moment what is open from past transactions.',
    });
  });

  it.each([
    ['de-CH', 'de'],
    ['DE', 'de'],
    ['en-GB', undefined],
    ['den', undefined],
    ['fr', undefined],
    [undefined, undefined],
  ])('of a customer who prefers %s can be in: %s', (preferredLanguage, other) => {
    expect(explained({ customer: { ...(preferredLanguage && { preferredLanguage }) } })).toMatchObject({
      code: 'en',
      other,
    });
  });

  it('is in the language of the customer until another one is opened', () => {
    const stores = storesOf({ customer: { preferredLanguage: 'de' } });
    stores.explanation.setState({ inCustomerLanguage: true });
    expect(explanationOf(stores, english)).toMatchObject({
      text: 'Aus den vergangenen Buchungen ist nichts offen.',
      code: 'de',
      other: 'en',
    });
    stores.customer.setState({ key: { ...ref } });
    expect(explanationOf(stores, english)).toMatchObject({ code: 'de' });
    stores.customer.setState({ key: { ...ref, id: '1002' } });
    expect(explanationOf(stores, english)).toMatchObject({ code: 'en', other: 'de' });
  });
});

describe('balance and open sum', () => {
  const differ = (amount: string, past: Booking[], more: Given = {}) =>
    explained({
      account: ready({ inDebtCollection: false, balance: { amount, currency: 'EUR' } }),
      past: ready(past),
      ...more,
    });

  it.each([
    ['-16.33', true],
    ['-59.80', false],
    ['59.8', false],
    ['0.00', true],
  ])('%s beside 59.80: they differ: %s', (balance, differs) => {
    expect(differ(balance, [booking('29.90'), booking('29.90')])).toMatchObject({ differs });
  });

  it('differ when something is open in another currency', () => {
    expect(differ('29.90', [booking('29.90'), booking('5', 'CHF')])).toMatchObject({ differs: true });
  });

  it('do not differ when both are zero', () => {
    expect(differ('0.00', [])).toMatchObject({ differs: false });
  });

  it('are not compared while bookings are missing', () => {
    expect(differ('1.00', [booking('5')], { nextOffset: '50' })).toMatchObject({ differs: false });
  });
});
