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
  /** Studios at addresses that the policy does not allow. Their keys are removed with the next change. */
  #notAllowed: readonly SavedStudio[] = [];
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
    const isAllowed = ({ address }: SavedStudio) => this.allowed?.includes(address) ?? true;
    this.#studios = studios.filter(isAllowed);
    this.#notAllowed = studios.filter((studio) => !isAllowed(studio));
    this.#addresses = addresses;
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
      const id = studio.id ?? this.#nextLocalId(studio.address);
      const ref = studioRef(studio.address, id);
      const before = this.#find(ref);
      const saved = await this.secrets.save(ref, key);
      if (!saved.ok) return saved;
      const { address, name, ownName } = studio;
      const entry = { address, id, name, ...(ownName && { ownName }) };
      const studios = before
        ? this.#studios.map((each) => (each === before ? entry : each))
        : [...this.#studios, entry];
      const written = await this.#write(studios);
      // A key that no settings refer to must not stay in the keychain.
      if (!written.ok && !before) await this.secrets.clear(ref);
      if (!written.ok) return written;
      if (before?.formerAccount) await this.secrets.clear(before.formerAccount);
      for (const left of this.#notAllowed) await this.secrets.clear(refOf(left));
      this.#notAllowed = [];
      return succeed(this.#shown(entry));
    });
  }

  /** Removes a studio and its key. Its address stays known. */
  remove(ref: StudioRef): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      const studio = this.#find(ref);
      if (!studio) return succeed(null);
      for (const account of [refOf(studio), studio.formerAccount]) {
        const cleared = account === undefined ? succeed(true) : await this.secrets.clear(account);
        if (!cleared.ok) return cleared;
      }
      // The key is gone even if the settings cannot be written.
      const studios = this.#studios.filter((each) => each !== studio);
      const written = await this.#write(studios);
      this.#studios = studios;
      return written.ok ? succeed(null) : written;
    });
  }

  /** Gives a studio another name, where the API gave none. */
  rename(ref: StudioRef, name: string): Promise<Outcome<null>> {
    return this.#change(ref, (studio) => ({ ...studio, name, ownName: true }));
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
    const addresses = [...new Set([...this.#addresses, ...studios.map(({ address }) => address)])];
    const written = await this.settings.write({ studios: [...studios], addresses });
    if (!written.ok) return written;
    this.#studios = studios;
    this.#addresses = addresses;
    return written;
  }

  #shown(studio: SavedStudio): Studio {
    const { address, id, name, ownName } = studio;
    const ref = refOf(studio);
    const former = [...this.#renamed].find(([, now]) => now === ref)?.[0];
    return { ref, address, id, name, ...(ownName && { ownName }), ...(former && { formerRef: former }) };
  }

  #nextLocalId(address: string): string {
    const taken = new Set(this.#studios.filter((each) => each.address === address).map(({ id }) => id));
    let number = 1;
    while (taken.has(`${localIdPrefix}${number}`)) number += 1;
    return `${localIdPrefix}${number}`;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#lastChange.then(work);
    this.#lastChange = next.catch(() => undefined);
    return next;
  }
}

const refOf = ({ address, id }: SavedStudio): StudioRef => studioRef(address, id);
