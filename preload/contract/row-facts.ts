import type { Customer } from './domain';
import { foldName } from './fold-name';

/** Words for a status in the languages of the desk, as agents type them. Folded; a word may be cut after four letters. */
const statusWords: Record<string, readonly string[]> = {
  MEMBER: ['member', 'active', 'mitglied', 'aktiv'],
  FORMER_MEMBER: ['former', 'inactive', 'ehemalig', 'ehemaliger', 'ehemalige', 'ehemaliges', 'inaktiv'],
  PROSPECT: ['prospect', 'interessent', 'interessentin'],
};

const blockedWords = ['blocked', 'gesperrt'];

const shortestStatusWord = 4;
const shortestPlace = 3;

/** Folded words of the cities; narrowing compares thousands of customers at every key press. */
const cityWords = new WeakMap<Customer, string[]>();
/** Folded words of the names of studios, of which a desk has few. */
const studioWords = new Map<string, string[]>();

function wordsOfCity(customer: Customer): string[] {
  const known = cityWords.get(customer);
  if (known) return known;
  const words = placeWords(customer.city ?? '');
  cityWords.set(customer, words);
  return words;
}

function wordsOfStudio(studio: string): string[] {
  const words = studioWords.get(studio) ?? placeWords(studio);
  studioWords.set(studio, words);
  return words;
}

/** Whether a customer, whose row may show the name of the studio, matches what was typed. */
export type CustomerMatcher = (customer: Customer, studio?: string) => boolean;

/**
 * Matches customers of whose row a word is a fact besides the name: the city, the postcode, the year or the day of birth, the
 * status, or the studio.
 *
 * @param word as typed
 * @param folded the folded word, where it is known
 */
export function factMatcher(word: string, folded: string = foldName(word)): CustomerMatcher {
  if (/\d/.test(word))
    return ({ dateOfBirth, zipCode }, studio) =>
      (dateOfBirth !== undefined && isPartOfDate(word, dateOfBirth)) ||
      (word.length >= shortestPlace && (zipCode?.startsWith(word) ?? false)) ||
      (studio?.split(/\s+/).includes(word) ?? false);
  if (folded.length < shortestPlace) return () => false;
  const begins = (other: string) => other.startsWith(folded);
  const mayBeStatus = folded.length >= shortestStatusWord;
  const mayBeBlocked = mayBeStatus && blockedWords.some(begins);
  return (customer, studio) =>
    (mayBeStatus && (statusWords[customer.status] ?? []).some(begins)) ||
    (mayBeBlocked && customer.accessRefused) ||
    wordsOfCity(customer).some(begins) ||
    (studio !== undefined && wordsOfStudio(studio).some(begins));
}

const placeWords = (place: string): string[] => foldName(place).split(/[\s,/()-]+/);

/** Whether `1970`, `12.3.`, `12/3` or `3/1970` is a part of a date. */
function isPartOfDate(word: string, date: string): boolean {
  const [year, month, day] = date.split('-').map(Number);
  const said = word.split(/\D+/).filter(Boolean).map(Number);
  const [one, other, more] = said;
  if (more !== undefined || one === undefined) return false;
  if (other === undefined) return /^\d{4}$/.test(word) && one === year;
  if (other > 31) return one === month && other === year;
  const isSlash = word.includes('/');
  return (one === day && other === month) || (isSlash && one === month && other === day);
}
