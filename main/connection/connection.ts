import type { ConnectInput, Connection, ConnectionMode, ConnectResult } from '../../preload/contract/calls';
import { fail, type InputFault, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { hasLocalId, type Studio, type StudioRef } from '../../preload/contract/studio';
import type { Credentials } from '../api/api-request';
import type { StudioInformation } from '../api/studio-information';
import { cleanName } from '../studio-name';
import { parseAddress } from './address';
import { parseKey } from './api-key';
import { formerStudio } from './former-studio';
import { identifyKey, type KeyChecks } from './identify-key';
import type { SettingsRead } from './settings';
import type { StudioList } from './studio-list';

/** A studio of the demo data, with its key. */
export type DemoStudio = Studio & { key: string };

/** Starts the demo server and returns its studios; called once at most. */
export type StartDemo = () => Promise<DemoStudio[]>;

/** Asks the user whether to connect to an address, beside the ones that are known. */
export type ConfirmAddress = (known: readonly string[], address: string) => Promise<boolean>;

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
    const findReplaced = () => this.list.find(input.replaces ?? '');
    const identified = await identifyKey(this.checks, addresses, key, {
      typed: cleanName(input.name ?? ''),
      saved: () => findReplaced()?.name,
    });
    if (!identified.ok) return identified;
    const { address, studio } = identified.value;
    const replaced = findReplaced();
    const isOfOther =
      studio.id !== undefined && replaced && !hasLocalId(replaced) && replaced.id !== studio.id;
    if (isOfOther) return fail({ kind: 'keyOfOtherStudio', detail: studio.name });
    const former = await formerStudio(this.list, identified.value, key, input.replaces);
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

function invalid(inputFault: InputFault): Outcome<never> {
  return fail({ kind: 'invalidInput', inputFault });
}
