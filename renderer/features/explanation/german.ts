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
  const inTotal = (sums: readonly Money[], count: number) =>
    `${count > 1 && sums.length === 1 ? 'zusammen ' : ''}${money(sums)}`;
  const because = (reason: string | undefined) => (reason ? `; als Grund ist ‚${reason}‘ angegeben` : '');
  const period = ({ isNow, start, end }: Span) => {
    if (start && end) return `vom ${date(start)} bis zum ${date(end)}`;
    if (end) return `bis zum ${date(end)}`;
    return `${start ? `${isNow ? 'seit dem' : 'ab dem'} ${date(start)} ` : ''}ohne festgelegtes Ende`;
  };
  return {
    open({ count, sums, oldest, loaded }) {
      const which = count > 1 ? 'Die älteste' : 'Sie';
      const since = oldest === undefined ? '' : ` ${which} ist seit dem ${date(oldest)} fällig.`;
      const are = count === 1 ? 'ist' : 'sind';
      return `${capitalised(openOf(count, loaded))} ${are} offen: ${inTotal(sums, count)}.${since}`;
    },
    fees({ count, of, sums }) {
      if (of === 1) return 'Das ist eine Gebühr.';
      if (count === of) return `${of === 2 ? 'Beide' : 'Alle'} sind Gebühren.`;
      const are = count === 1 ? 'ist eine Gebühr' : 'sind Gebühren';
      return `${capitalised(number(count))} davon ${are}: ${inTotal(sums, count)}.`;
    },
    partlySettled({ count, of }) {
      if (of === 1) return 'Die offene Buchung ist teilweise ausgeglichen.';
      if (count === of)
        return `${of === 2 ? 'Beide' : 'Alle'} offenen Buchungen sind teilweise ausgeglichen.`;
      const are = count === 1 ? 'ist' : 'sind';
      return `${capitalised(number(count))} der offenen Buchungen ${are} teilweise ausgeglichen.`;
    },
    belowZero: ({ count }) =>
      `Bei ${dative(count)} liegt der offene Betrag unter null. Er ist hier nicht mitgerechnet.`,
    openUnknown: ({ count }) => `Bei ${dative(count)} ist der offene Betrag nicht bekannt.`,
    nothingOpen({ others, loaded }) {
      const rest = others ? 'übrigen ' : '';
      if (loaded === undefined) return `Aus den ${rest}vergangenen Buchungen ist nichts offen.`;
      if (loaded === 1) return 'Aus der einzigen bisher geladenen vergangenen Buchung ist nichts offen.';
      const loadedOnes = others ? 'übrigen' : number(loaded);
      return `Aus den ${loadedOnes} bisher geladenen vergangenen Buchungen ist nichts offen.`;
    },
    nextDue({ date: day, sums, isToday, isPartial }) {
      const [is, become] = isOne(sums) ? ['ist', 'wird'] : ['sind', 'werden'];
      const verb = isToday ? is : become;
      const due = isToday ? 'fällig' : `am ${date(day)} fällig`;
      return isPartial
        ? `Nach den bisher geladenen Buchungen ${verb} ${isToday ? 'heute' : 'als Nächstes'} ${money(sums)} ${due}.`
        : `${isToday ? 'Heute' : 'Als Nächstes'} ${verb} ${money(sums)} ${due}.`;
    },
    dueUnknown: ({ count }) => `Bei ${dative(count, 'kommenden')} sind Betrag oder Fälligkeit nicht bekannt.`,
    installments({ open, coming, isPartial }) {
      const parts = list([
        ...(open > 0 ? [counted(open, 'offene Buchung', 'offene Buchungen')] : []),
        ...(coming > 0 ? [counted(coming, 'kommende Buchung', 'kommende Buchungen')] : []),
      ]);
      const belong = open + coming === 1 ? 'gehört' : 'gehören';
      return isPartial
        ? `Unter den bisher geladenen Buchungen ${belong} ${parts} zu einem Ratenplan.`
        : `${capitalised(parts)} ${belong} zu einem Ratenplan.`;
    },
    pauses: (pauses) =>
      pauses
        .map((pause) => {
          const what = pause.rateName
            ? `Der Vertrag ‚${pause.rateName}‘ ruht`
            : 'Eine Ruhezeit eines Vertrags gilt';
          return `${what} ${period(pause)}${because(pause.reason)}.`;
        })
        .join(' '),
    blocked(spans) {
      const reasons = spans.map(({ start, end, reason = '' }, index) => {
        const what = `Als ${index === 0 ? '' : 'weiterer '}Grund ist ‚${reason}‘ angegeben`;
        if (!end)
          return start
            ? `${what}, gültig seit dem ${date(start)}, ohne festgelegtes Ende.`
            : `${what}. Ein Ende ist nicht festgelegt.`;
        return `${what}, gültig ${start ? `vom ${date(start)} ` : ''}bis zum ${date(end)}.`;
      });
      return ['Der Zutritt ist gesperrt.', ...reasons].join(' ');
    },
    agency: () => 'Offene Forderungen wurden an ein Inkassobüro übergeben.',
    pastMissing: () => 'Zurzeit ist nicht bekannt, was aus vergangenen Buchungen offen ist.',
    upcomingMissing: () => 'Zurzeit ist nicht bekannt, was als Nächstes fällig wird.',
    accountMissing: () =>
      'Zurzeit ist nicht bekannt, ob offene Forderungen an ein Inkassobüro übergeben wurden.',
  };
}

/** What is open, in the middle of a sentence; of the loaded bookings where there may be more. */
function openOf(count: number, loaded: number | undefined): string {
  if (loaded === undefined) return counted(count, 'Buchung', 'Buchungen');
  if (loaded === 1) return 'die einzige bisher geladene Buchung';
  if (count < loaded) return `${number(count)} der ${number(loaded)} bisher geladenen Buchungen`;
  return `${count === 2 ? 'beide' : `alle ${number(count)}`} bisher geladenen Buchungen`;
}

/** "einer vergangenen Buchung", "zwei vergangenen Buchungen". */
function dative(count: number, which: 'vergangenen' | 'kommenden' = 'vergangenen'): string {
  return count === 1 ? `einer ${which} Buchung` : `${number(count)} ${which} Buchungen`;
}
