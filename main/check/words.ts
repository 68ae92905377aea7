import type { CheckName } from '../../preload/contract/check';
import type { Facts, FindingCode } from './findings';
import { german } from './words-de';
import { english } from './words-en';

/** Texts of the checks in one language. */
export interface CheckWords {
  labels: Record<CheckName, string>;
  /** What was found, and what to do. */
  findings: { [C in FindingCode]: (facts: Facts[C]) => [text: string, advice?: string] };
}

export const checkWords: Record<'en' | 'de', CheckWords> = { en: english, de: german };
