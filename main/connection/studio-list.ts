import { fail, type Outcome, succeed } from '../../preload/contract/problem';
import {
  addressOf,
  localIdPrefix,
  type Studio,
  type StudioRef,
  studioRef,
} from '../../preload/contract/studio';
import type { SecretStore } from './secret-store';
import type { Saved, SavedStudio, SettingsFile } from './settings';

/** A studio to save; without an ID it gets a local one. */
export type NewStudio = Pick<Studio, 'address' | 'name' | 'ownName'> & { id: string | undefined };

/**
 * The studios of this desktop: names and addresses in the settings, keys in the keychain. Changes run one after the
 * other, and each is complete in the keychain before the settings name it.
 */
export class StudioList {
  #studios: readonly SavedStudio[] = [];
  #addresses: readonly string[] = [];
  /** Studios at addresses that the policy does not allow. They and their keys are removed when a studio is saved. */
  #notAllowed: readonly SavedStudio[] = [];
  /** Studios that the settings named when they were last read or written. */
  #seen: ReadonlySet<StudioRef> = new Set();
  /** References of studios whose ID has changed since the start. */
  readonly #renamed = new Map<StudioRef, StudioRef>();
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly settings: SettingsFile,
    private readonly secrets: SecretStore,
    /** Addresses that a policy allows; undefined allows all. */
    private readonly allowed: readonly string[] | undefined,
  ) {}

  start({ studios = [], addresses = [] }: Saved): void {
    this.#take(studios, addresses);
  }

  #take(studios: readonly SavedStudio[], addresses: readonly string[]): void {
    const isAllowed = ({ address }: SavedStudio) => this.allowed?.includes(address) ?? true;
    this.#studios = studios.filter(isAllowed);
    this.#notAllowed = studios.filter((studio) => !isAllowed(studio));
    this.#seen = new Set(studios.map(refOf));
    // SECURITY: without the addresses of its studios, an edited list would connect to any address without consent.
    this.#addresses = [...new Set([...addresses, ...studios.map(({ address }) => address)])];
  }

  all(): Studio[] {
    return this.#studios.map((studio) => this.#shown(studio));
  }

  /** Addresses that this desktop has connected to, the latest last. */
  addresses(): readonly string[] {
    return this.#addresses;
  }

  find(ref: StudioRef): Studio | undefined {
    const saved = this.#find(ref);
    return saved && this.#shown(saved);
  }

  #find(ref: StudioRef): SavedStudio | undefined {
    const known = (wanted: StudioRef) => this.#studios.find((studio) => refOf(studio) === wanted);
    const renamed = this.#renamed.get(ref);
    return known(ref) ?? (renamed === undefined ? undefined : known(renamed));
  }

  /** Saves a studio and its key. A studio with the same address and ID gets the key and the name. */
  save(studio: NewStudio, key: string): Promise<Outcome<Studio>> {
    return this.#inTurn(async () => {
      const { address, name, ownName } = studio;
      const before = studio.id === undefined ? undefined : this.#find(studioRef(address, studio.id));
      const id = before?.id ?? studio.id ?? this.#nextLocalId(address);
      const ref = studioRef(address, id);
      const saved = await this.secrets.save(ref, key);
      if (!saved.ok) return saved;
      for (const left of this.#notAllowed) await this.#clear(left);
      this.#notAllowed = [];
      const entry = { address, id, name, ...(ownName && { ownName }) };
      const studios = before
        ? this.#studios.map((each) => (each === before ? entry : each))
        : [...this.#studios, entry];
      const written = await this.#write(studios);
      // A key that no settings refer to must not stay in the keychain.
      if (!written.ok && !before) await this.secrets.clear(ref);
      if (!written.ok) return written;
      if (before?.formerAccount) await this.secrets.clear(before.formerAccount);
      return succeed(this.#shown(entry));
    });
  }

  /** Removes a studio and its key. Its address stays known. */
  remove(ref: StudioRef): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      const studio = this.#find(ref);
      if (!studio) return succeed(null);
      const cleared = await this.#clear(studio);
      if (!cleared.ok) return cleared;
      // The key is gone even if the settings cannot be written.
      const studios = this.#studios.filter((each) => each !== studio);
      const written = await this.#write(studios);
      this.#studios = studios;
      return written.ok ? succeed(null) : written;
    });
  }

  /** Removes the keys of a studio from the keychain. */
  async #clear(studio: SavedStudio): Promise<Outcome<unknown>> {
    for (const account of [refOf(studio), studio.formerAccount]) {
      const cleared = account === undefined ? succeed(true) : await this.secrets.clear(account);
      if (!cleared.ok) return cleared;
    }
    return succeed(null);
  }

  /** Gives a studio another name. A name that the API gave stays. */
  rename(ref: StudioRef, name: string): Promise<Outcome<null>> {
    return this.#change(ref, (studio) => (studio.ownName ? { ...studio, name } : studio));
  }

  /**
   * Gives a studio the ID and the name that the API supplied. The key moves to the keychain account of that ID. Nothing
   * changes when another studio already has the ID.
   */
  async identify(ref: StudioRef, id: string, name?: string): Promise<void> {
    await this.#change(ref, (studio) => {
      const named: SavedStudio = name === undefined ? studio : { ...studio, name, ownName: undefined };
      if (id === studio.id || this.#find(studioRef(studio.address, id))) return named;
      this.#renamed.set(refOf(studio), studioRef(studio.address, id));
      return { ...named, id, formerAccount: studio.formerAccount ?? refOf(studio) };
    });
  }

  /** Returns the key of a studio, or null when the keychain has none. Completes a move of the key. */
  async key(ref: StudioRef): Promise<Outcome<string | null>> {
    const studio = this.#find(ref);
    if (!studio) return fail({ kind: 'noKeyForStudio' });
    if (studio.formerAccount === undefined) return this.secrets.read(refOf(studio));
    return this.#inTurn(async () => {
      const now = this.#find(ref);
      if (now?.formerAccount === undefined) return this.secrets.read(refOf(now ?? studio));
      return this.#move(now, now.formerAccount);
    });
  }

  /**
   * Moves a key to the account of its studio: read, write, read back, remove. A move that was interrupted anywhere is
   * completed by the next call.
   */
  async #move(studio: SavedStudio, from: string): Promise<Outcome<string | null>> {
    const to = refOf(studio);
    // SECURITY: another program can edit the settings. A key is never moved to another address.
    if (from !== studio.address && addressOf(from) !== studio.address) return this.secrets.read(to);
    const old = await this.secrets.read(from);
    if (!old.ok) return old;
    if (old.value !== null) {
      const saved = await this.secrets.save(to, old.value);
      if (!saved.ok) return saved;
    }
    const moved = await this.secrets.read(to);
    if (!moved.ok || moved.value === null) return moved;
    if (old.value !== null && moved.value !== old.value) return fail({ kind: 'keychainUnavailable' });
    const cleared = old.value === null ? succeed(true) : await this.secrets.clear(from);
    if (!cleared.ok) return cleared;
    await this.#write(
      this.#studios.map((each) => (each === studio ? { ...each, formerAccount: undefined } : each)),
    );
    return moved;
  }

  #change(ref: StudioRef, change: (studio: SavedStudio) => SavedStudio): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      const studio = this.#find(ref);
      if (!studio) return fail({ kind: 'noKeyForStudio' });
      const written = await this.#write(
        this.#studios.map((each) => (each === studio ? change(studio) : each)),
      );
      return written.ok ? succeed(null) : written;
    });
  }

  async #write(studios: readonly SavedStudio[]): Promise<Outcome<void>> {
    let saved: { studios: SavedStudio[]; addresses: string[] } | undefined;
    const written = await this.settings.write((file) => {
      const all = this.#withOthersChanges([...studios, ...this.#notAllowed], file.studios);
      const addresses = [...this.#addresses, ...(file.addresses ?? []), ...all.map(({ address }) => address)];
      saved = { studios: all, addresses: [...new Set(addresses)] };
      return saved;
    });
    if (written.ok && saved) this.#take(saved.studios, saved.addresses);
    return written;
  }

  /**
   * Adds what another process has changed since the settings were read: `--provision` and `--forget-studio` run beside a
   * desk.
   *
   * @param inFile studios of the file; undefined when it cannot be read
   */
  #withOthersChanges(
    studios: readonly SavedStudio[],
    inFile: readonly SavedStudio[] | undefined,
  ): SavedStudio[] {
    if (!inFile) return [...studios];
    const stillThere = new Set(inFile.map(refOf));
    const kept = studios.filter((each) => stillThere.has(refOf(each)) || !this.#seen.has(refOf(each)));
    const refs = new Set(kept.map(refOf));
    return [...kept, ...inFile.filter((each) => !this.#seen.has(refOf(each)) && !refs.has(refOf(each)))];
  }

  #shown(studio: SavedStudio): Studio {
    const { address, id, name, ownName } = studio;
    const ref = refOf(studio);
    const former = [...this.#renamed].find(([, now]) => now === ref)?.[0];
    return { ref, address, id, name, ...(ownName && { ownName }), ...(former && { formerRef: former }) };
  }

  /**
   * SECURITY: an ID that a studio has had is not used again: a customer on screen may still name it, or its key may not
   * have been moved yet.
   */
  #nextLocalId(address: string): string {
    const accounts = this.#studios.flatMap((each) => [refOf(each), each.formerAccount]);
    const taken = new Set([...accounts, ...this.#renamed.keys()]);
    let number = 1;
    while (taken.has(studioRef(address, `${localIdPrefix}${number}`))) number += 1;
    return `${localIdPrefix}${number}`;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#lastChange.then(work);
    this.#lastChange = next.catch(() => undefined);
    return next;
  }
}

const refOf = ({ address, id }: SavedStudio): StudioRef => studioRef(address, id);
