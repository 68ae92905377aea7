import type { Coverage, Reading, SearchAnswer, SearchHit, SearchScope } from '../../preload/contract/domain';
import { hitKey, inDisplayOrder } from '../../preload/contract/hit-order';
import { fail, type Outcome, type Problem } from '../../preload/contract/problem';
import { addressOf, type Studio, type StudioRef } from '../../preload/contract/studio';
import type { Found } from './search';

/** Problems that a lookup by ID may report for a customer of another studio. */
const aboutId: ReadonlySet<Problem['kind']> = new Set(['forbidden', 'forbiddenOtherStudio', 'badRequest']);

/**
 * Maximum number of hits of a search of several studios. SECURITY: the answers of many studios could otherwise exhaust
 * memory, each within the limit of one.
 */
const maxHits = 50_000;

/** The hits of a search, in display order, and which studios have answered. */
export interface DeskFound {
  hits: SearchHit[];
  tried: SearchAnswer['tried'];
  /** Absent after a search in one studio. */
  coverage?: Coverage;
}

/** The answers of one search of several studios, merged. */
export class MergedAnswers {
  readonly #hits = new Map<string, SearchHit>();
  readonly #tried = new Set<SearchAnswer['tried'][number]>();
  readonly #missing: Coverage['missing'] = [];
  /** Studios that refused an ID, which may be that of a customer of another studio. */
  #refused: Coverage['missing'] = [];
  #answered = 0;

  constructor(
    private readonly asked: number,
    private readonly reading: Reading,
    private readonly hitsOf: (
      matches: Found['matches'],
      finder: StudioRef,
      scope: SearchScope,
    ) => SearchHit[],
    private readonly onProgress: (found: () => DeskFound) => void,
  ) {}

  /** @param studios the studios for which this answer counts */
  add(studios: StudioRef[], answer: Outcome<Found>, finder: StudioRef, scope: SearchScope): void {
    const isTooMuch = answer.ok && this.#hits.size + answer.value.matches.length > maxHits;
    const found = isTooMuch ? fail({ kind: 'tooLarge' }) : answer;
    if (found.ok) {
      this.#answered += studios.length;
      for (const kind of found.value.tried) this.#tried.add(kind);
      for (const hit of this.hitsOf(found.value.matches, finder, scope)) {
        const key = hitKey(hit);
        const before = this.#hits.get(key);
        if (!before || (before.distance ?? 0) > (hit.distance ?? 0)) this.#hits.set(key, hit);
      }
    } else {
      const list = aboutId.has(found.problem.kind) && scope === 'studio' ? this.#refused : this.#missing;
      list.push(...studios.map((studio) => ({ studio, problem: found.problem })));
    }
    this.onProgress(() => this.found());
  }

  /**
   * Whether a refused ID counts as a miss: for digits, because their other requests found nobody, or if another
   * studio of the tenant has the customer. The API does not document its answer for a customer of another studio.
   */
  #isMiss({ studio }: Coverage['missing'][number]): boolean {
    if (this.reading.kind === 'digits') return true;
    const address = addressOf(studio);
    return [...this.#hits.values()].some((hit) => addressOf(hit.studio) === address);
  }

  /** Whether nobody has been found yet who matches what was typed. */
  isEmpty(): boolean {
    return [...this.#hits.values()].every(({ distance }) => distance !== undefined);
  }

  /** Begins the next round. @returns the studios that answered the previous one; the others stay missing */
  nextRound(studios: readonly Studio[]): Studio[] {
    // Where an ID was refused, the number may still exist in another spelling.
    this.#refused = this.#refused.filter((each) => !this.#isMiss(each));
    const missing = new Set([...this.#missing, ...this.#refused].map(({ studio }) => studio));
    this.#answered = 0;
    return studios.filter(({ ref }) => !missing.has(ref));
  }

  found(): DeskFound {
    const misses = this.#refused.filter((each) => this.#isMiss(each));
    const missing = [...this.#missing, ...this.#refused.filter((each) => !misses.includes(each))];
    return {
      hits: inDisplayOrder(this.#hits.values()),
      tried: [...this.#tried],
      coverage: { asked: this.asked, answered: this.#answered + misses.length, missing },
    };
  }
}
