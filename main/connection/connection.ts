import type { ConnectInput, Connection, ConnectionMode, ConnectResult } from '../../preload/contract/calls';
import {
  fail,
  type InputFault,
  type Outcome,
  type Problem,
  type ProblemKind,
  succeed,
} from '../../preload/contract/problem';
import { hasLocalId, type Studio, type StudioRef } from '../../preload/contract/studio';
import type { Credentials } from '../api/api-request';
import type { StudioInformation } from '../api/studio-information';
import { lazyBuiltins } from '../lazy-builtins';
import { cleanName } from '../studio-name';
import { parseAddress } from './address';
import { parseKey } from './api-key';
import type { SettingsRead } from './settings';
import type { StudioList } from './studio-list';

/** What the service asks the API. */
export interface KeyChecks {
  /** Proves a key against an address; see `prove-key.ts`. */
  prove: (credentials: Credentials) => Promise<Outcome<null>>;
  /** Reads which studio a key belongs to. */
  information: (credentials: Credentials) => Promise<Outcome<StudioInformation>>;
}

/** A studio of the demo data, with its key. */
export type DemoStudio = Studio & { key: string };

/** Starts the demo server and returns its studios; called once at most. */
export type StartDemo = () => Promise<DemoStudio[]>;

/** Asks the user whether to connect to an address, beside the ones that are known. */
export type ConfirmAddress = (known: readonly string[], address: string) => Promise<boolean>;

/** The address and the studio of a verified key. */
interface Proved {
  address: string;
  studio: Pick<Studio, 'name' | 'ownName'> & { id: string | undefined };
}

/** Problems after which a name is needed: the key is valid, and another try would not reveal its studio. */
const cannotTell: ReadonlySet<ProblemKind> = new Set([
  'badRequest',
  'forbidden',
  'forbiddenOtherStudio',
  'notFound',
  'unexpectedAnswer',
  'unexpectedStatus',
]);

/** The connected studios: those of the settings, or the demo data in their place. */
export class ConnectionService {
  #mode: ConnectionMode = 'none';
  /** Why the settings could not be used; cleared when a studio is saved. */
  #warning: Problem | undefined;
  #demo: Promise<DemoStudio[]> | undefined;
  #demoStudios: readonly DemoStudio[] = [];

  constructor(
    private readonly list: StudioList,
    private readonly checks: KeyChecks,
    private readonly startDemo: StartDemo,
    private readonly confirmAddress: ConfirmAddress,
    /** Base URLs that a policy allows; no other one is allowed then. */
    private readonly allowed?: readonly string[],
    /** Called when studios, names or IDs have changed, with the new state. */
    private readonly onChange: (connection: Connection) => void = () => undefined,
  ) {}

  /**
   * Connects as the saved settings say. The keychain is not read before the first lookup, because it may be locked or
   * slow.
   */
  async start({ settings, problem }: SettingsRead, demo: boolean): Promise<void> {
    this.#warning = problem;
    this.list.start(settings);
    if (demo) await this.exploreDemo();
    else this.#mode = this.list.all().length > 0 ? 'live' : 'none';
  }

  status(): Connection {
    const saved = this.list.all();
    const address = this.allowed?.[0] ?? this.list.addresses().at(-1);
    return {
      mode: this.#mode,
      studios: this.studios(),
      ...(address && { address }),
      ...(this.allowed && { allowedAddresses: [...this.allowed] }),
      ...(saved.length > 0 && { saved: saved.length }),
      ...(this.#warning && { warning: this.#warning }),
    };
  }

  /** The studios in use. SECURITY: without keys, for the demo data too. */
  studios(): Studio[] {
    return this.#mode === 'demo' ? this.#demoStudios.map(({ key: _, ...studio }) => studio) : this.list.all();
  }

  /**
   * Asks for consent to an address that is not known.
   *
   * @param consented addresses of the same import
   * @returns whether the address may be used
   */
  async consents(address: string, consented: readonly string[] = []): Promise<boolean> {
    const known = [...this.list.addresses(), ...consented];
    // SECURITY: a hostile page could otherwise send its data to any host. Main also asks after the last studio was
    // removed, because a page can remove it first.
    return known.length === 0 || known.includes(address) || this.confirmAddress(known, address);
  }

  /** Verifies the key, reads its studio, and saves both. An unverified key is never saved. */
  async connect(input: ConnectInput): Promise<Outcome<ConnectResult>> {
    const parsed = this.parse(input);
    if (!parsed.ok) return parsed;
    const [address] = parsed.value.addresses;
    if (!(await this.consents(address))) return fail({ kind: 'cancelled' });
    return this.connectKnown(input);
  }

  /** Like {@link connect}, for an address to which the user has consented. */
  async connectKnown(input: ConnectInput): Promise<Outcome<ConnectResult>> {
    const parsed = this.parse(input);
    if (!parsed.ok) return parsed;
    const { addresses, key } = parsed.value;
    const proved = await this.#prove(addresses, key, { ...input, name: cleanName(input.name ?? '') });
    if (!proved.ok) return proved;
    const { address, studio } = proved.value;
    const replaced = input.replaces === undefined ? undefined : this.list.find(input.replaces);
    const isOfOther =
      studio.id !== undefined && replaced && !hasLocalId(replaced) && replaced.id !== studio.id;
    if (isOfOther) return fail({ kind: 'keyOfOtherStudio', detail: studio.name });
    const former =
      this.#formerOf(address, studio, input.replaces) ?? (await this.#withSameKey(address, studio.id, key));
    const before = former && (await this.list.key(former.ref));
    if (former && studio.id !== undefined && former.id !== studio.id)
      await this.list.identify(former.ref, studio.id, studio.name);
    const saved = await this.list.save({ ...studio, address, id: studio.id ?? former?.id }, key);
    if (!saved.ok) return saved;
    this.#warning = undefined;
    this.#mode = 'live';
    this.onChange(this.status());
    const isSame = before?.ok && before.value === key;
    const was = !former ? 'added' : isSame ? 'unchanged' : 'keyReplaced';
    return succeed({ connection: this.status(), studio: saved.value, was });
  }

  /** Checks the form of an address and a key, and whether the policy allows the address. */
  parse(input: Pick<ConnectInput, 'address' | 'key'>): Outcome<{
    addresses: [string, ...string[]];
    key: string;
  }> {
    const address = parseAddress(input.address);
    if ('fault' in address) return invalid(address.fault);
    const key = parseKey(input.key);
    if ('fault' in key) return invalid(key.fault);
    const [first, ...others] = address.addresses.filter((each) => this.allowed?.includes(each) ?? true);
    return first === undefined
      ? invalid('addressSetByPolicy')
      : succeed({ addresses: [first, ...others], key: key.key });
  }

  /** The saved studio that a key belongs to: with the same ID, or the one whose key it replaces. */
  #formerOf(
    address: string,
    { id, name }: Proved['studio'],
    replaces: StudioRef | undefined,
  ): Studio | undefined {
    const sameAddress = this.list.all().filter((studio) => studio.address === address);
    const byId = sameAddress.find((studio) => studio.id === id);
    if (byId) return byId;
    const replaced = sameAddress.find((studio) => studio.ref === replaces);
    if (replaced && (id === undefined || hasLocalId(replaced))) return replaced;
    if (id !== undefined) return undefined;
    return sameAddress.find((studio) => hasLocalId(studio) && studio.name === name);
  }

  /** The studio that already has a key which may not read its studio: under another name it is not added again. */
  async #withSameKey(address: string, id: string | undefined, key: string): Promise<Studio | undefined> {
    if (id !== undefined) return undefined;
    for (const studio of this.list.all().filter((each) => each.address === address && each.ownName)) {
      const saved = await this.list.key(studio.ref);
      if (saved.ok && saved.value === key) return studio;
    }
    return undefined;
  }

  /** Proves the key at the first of these addresses where the API answers. */
  async #prove(
    addresses: readonly string[],
    key: string,
    { name: typed, replaces }: ConnectInput,
  ): Promise<Outcome<Proved>> {
    let refused: Outcome<never> = fail({ kind: 'notTheApi' });
    const countedFor = quotaNameOf(key);
    for (const [index, address] of addresses.entries()) {
      const isLast = index === addresses.length - 1;
      const proved = await this.checks.prove({ address, key, countedFor });
      if (!proved.ok) {
        refused = proved;
        if (proved.problem.kind === 'notTheApi' && !isLast) continue;
        return proved;
      }
      const information = await this.checks.information({ address, key, countedFor });
      if (information.ok) {
        const { id, name } = information.value;
        const ownName = name === undefined ? { ownName: true as const } : {};
        return succeed({ address, studio: { id, name: name || typed || `Studio ${id}`, ...ownName } });
      }
      // The API answers HEAD on any path (API reference), so only this request reveals a wrong path.
      if (!isLast && information.problem.kind === 'notFound') continue;
      if (!cannotTell.has(information.problem.kind)) return information;
      const name = typed || this.list.find(replaces ?? '')?.name;
      if (name) return succeed({ address, studio: { id: undefined, name, ownName: true } });
      return fail({ ...information.problem, kind: 'studioUnnamed' });
    }
    return refused;
  }

  resume(): Outcome<Connection> {
    if (this.list.all().length === 0) return fail({ kind: 'notConnected' });
    this.#mode = 'live';
    return succeed(this.status());
  }

  async exploreDemo(): Promise<Outcome<Connection>> {
    this.#demo ??= this.startDemo();
    try {
      this.#demoStudios = await this.#demo;
    } catch {
      this.#demo = undefined;
      return fail({ kind: 'internal', detail: 'demo server' });
    }
    this.#mode = 'demo';
    return succeed(this.status());
  }

  /** Removes a studio and its key. The address stays known. */
  async remove(ref: StudioRef): Promise<Outcome<Connection>> {
    const removed = await this.list.remove(ref);
    if (this.list.all().length === 0 && this.#mode === 'live') this.#mode = 'none';
    return removed.ok ? succeed(this.status()) : removed;
  }

  async rename(ref: StudioRef, name: string): Promise<Outcome<Connection>> {
    const clean = cleanName(name);
    if (clean === '') return fail({ kind: 'invalidInput' });
    const renamed = await this.list.rename(ref, clean);
    if (!renamed.ok) return renamed;
    this.onChange(this.status());
    return succeed(this.status());
  }

  /** Takes over the ID and the name of a studio: from its own information, or from a record found with its own key. */
  async informed(ref: StudioRef, { id, name }: StudioInformation): Promise<void> {
    if (this.#mode !== 'live') return;
    await this.list.identify(ref, id, name);
    this.onChange(this.status());
  }

  /** Address and key for one request; the key is read from the keychain for each lookup. */
  async credentials(ref: StudioRef): Promise<Outcome<Credentials>> {
    if (this.#mode === 'demo') {
      const studio = this.#demoStudios.find((each) => each.ref === ref);
      if (!studio) return fail({ kind: 'noKeyForStudio', studio: ref });
      return succeed({ address: studio.address, key: studio.key, studio: ref });
    }
    if (this.#mode !== 'live') return fail({ kind: 'notConnected' });
    const studio = this.list.find(ref);
    if (!studio) return fail({ kind: 'noKeyForStudio', studio: ref });
    const key = await this.list.key(ref);
    if (!key.ok) return fail({ ...key.problem, studio: studio.ref });
    if (key.value === null) return fail({ kind: 'keyMissing', studio: studio.ref });
    return succeed({ address: studio.address, key: key.value, studio: studio.ref });
  }
}

/** Name under which the requests of a proof are counted: the studio of the key is not known yet. */
function quotaNameOf(key: string): string {
  return `proof ${lazyBuiltins.crypto().createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
}

function invalid(inputFault: InputFault): Outcome<never> {
  return fail({ kind: 'invalidInput', inputFault });
}
