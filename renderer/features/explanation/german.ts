import type { Money } from '../../../preload/contract/domain';
import { type ClauseFormat, capitalised } from './clause-words';
import type { ClauseWords, Span } from './clauses';

const numbers = 'null eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');

/** Numbers up to twelve as words, feminine like "Buchung" and "Gebühr". */
const number = (count: number) => numbers[count] ?? String(count);

const counted = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;

/** Whether the verb of an amount is singular, as in "1,00 € ist". */
const isOne = (sums: readonly Money[]) => sums.length === 1 && /^1(\.0*)?$/.test(sums[0]?.amount ?? '');

/** German texts of the clauses. */
export function germanClauses({ money, date, list }: ClauseFormat): ClauseWords {
  const inAll = (sums: readonly Money[], count: number) =>
    `${count > 1 && sums.length === 1 ? 'zusammen ' : ''}${money(sums)}`;
  const because = (reason: string | undefined) => (reason ? `; angegebener Grund: ‚${reason}‘` : '');
  const period = ({ isNow, start, end }: Span) => {
    if (start && end) return `vom ${date(start)} bis zum ${date(end)}`;
    if (end) return `bis zum ${date(end)}`;
    return `${start ? `${isNow ? 'seit dem' : 'ab dem'} ${date(start)} ` : ''}ohne festgelegtes Ende`;
  };
  return {
    open({ count, sums, oldest, loaded }) {
      const many =
        loaded === 1 ? 'die eine geladene Buchung' : `${number(count)} der ${loaded} geladenen Buchungen`;
      const what = loaded === undefined ? counted(count, 'Buchung', 'Buchungen') : many;
      const due = count > 1 ? ', die älteste fällig seit dem ' : ', fällig seit dem ';
      const since = oldest === undefined ? '' : `${due}${date(oldest)}`;
      return `${capitalised(what)} ${count === 1 ? 'ist' : 'sind'} offen: ${inAll(sums, count)}${since}.`;
    },
    fees({ count, of, sums }) {
      if (of === 1) return 'Das ist eine Gebühr.';
      if (count === of) return 'Alle davon sind Gebühren.';
      const are = count === 1 ? 'ist eine Gebühr' : 'sind Gebühren';
      return `${capitalised(number(count))} davon ${are}: ${inAll(sums, count)}.`;
    },
    partlySettled({ count, of }) {
      if (of === 1) return 'Die offene Buchung ist teilweise beglichen.';
      if (count === of) return 'Alle offenen Buchungen sind teilweise beglichen.';
      const are = count === 1 ? 'ist' : 'sind';
      return `${capitalised(number(count))} der offenen Buchungen ${are} teilweise beglichen.`;
    },
    belowZero: ({ count }) =>
      `Bei ${dative(count)} liegt der offene Betrag unter null und ist hier nicht mitgerechnet.`,
    openUnknown: ({ count }) => `Bei ${dative(count)} ist der offene Betrag nicht bekannt.`,
    nothingOpen({ others, loaded }) {
      const rest = others ? 'übrigen ' : '';
      if (loaded === undefined) return `Aus den ${rest}bisherigen Buchungen ist nichts offen.`;
      if (others) return 'Aus den übrigen geladenen Buchungen ist nichts offen.';
      if (loaded === 1) return 'Aus der einen geladenen Buchung ist nichts offen.';
      return `Aus den ${loaded} geladenen bisherigen Buchungen ist nichts offen.`;
    },
    nextDue({ date: day, sums, isToday, isPartial }) {
      const [is, become] = isOne(sums) ? ['ist', 'wird'] : ['sind', 'werden'];
      const verb = isToday ? is : become;
      const due = isToday ? 'fällig' : `am ${date(day)} fällig`;
      return isPartial
        ? `Von den geladenen Buchungen ${verb} ${isToday ? 'heute' : 'als Nächstes'} ${money(sums)} ${due}.`
        : `${isToday ? 'Heute' : 'Als Nächstes'} ${verb} ${money(sums)} ${due}.`;
    },
    installments({ open, coming, isPartial }) {
      const parts = list([
        ...(open > 0 ? [counted(open, 'offene Buchung', 'offene Buchungen')] : []),
        ...(coming > 0 ? [counted(coming, 'kommende Buchung', 'kommende Buchungen')] : []),
      ]);
      const belong = open + coming === 1 ? 'gehört' : 'gehören';
      return isPartial
        ? `Von den geladenen Buchungen ${belong} ${parts} zu einem Ratenplan.`
        : `${capitalised(parts)} ${belong} zu einem Ratenplan.`;
    },
    pauses: (pauses) =>
      pauses
        .map((pause) => {
          const what = pause.rateName ? `Der Vertrag ‚${pause.rateName}‘ ruht` : 'Eine Ruhezeit gilt';
          return `${what} ${period(pause)}${because(pause.reason)}.`;
        })
        .join(' '),
    blocked(spans) {
      if (spans.length === 0) return 'Der Zutritt ist gesperrt.';
      return spans
        .map(({ start, end, reason = '' }, index) => {
          const what =
            index === 0 ? 'Der Zutritt ist gesperrt; angegebener Grund:' : 'Weiterer angegebener Grund:';
          const since = start ? `, seit dem ${date(start)}` : '';
          const until = end ? `, bis zum ${date(end)}` : ', ohne festgelegtes Ende';
          return `${what} ‚${reason}‘${since}${until}.`;
        })
        .join(' ');
    },
    agency: () => 'Offene Forderungen wurden an ein Inkassobüro übergeben.',
    pastMissing: () => 'Was aus bisherigen Buchungen offen ist, ist zurzeit nicht bekannt.',
    upcomingMissing: () => 'Was als Nächstes fällig wird, ist zurzeit nicht bekannt.',
    accountMissing: () => 'Ob ein Inkassobüro offene Forderungen hat, ist zurzeit nicht bekannt.',
  };
}

/** "einer bisherigen Buchung", "zwei bisherigen Buchungen". */
function dative(count: number): string {
  return count === 1 ? 'einer bisherigen Buchung' : `${number(count)} bisherigen Buchungen`;
}
