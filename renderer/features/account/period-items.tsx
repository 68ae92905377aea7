import type { ReactNode } from 'react';
import type { BookingPeriod } from '../../../preload/contract/domain';
import { Button } from '../../components/button';
import { Skeleton } from '../../components/skeleton';
import { known } from '../../loadable';
import type { Messages } from '../../messages/en';
import type { BookingsState } from './bookings-store';
import styles from './bookings-table.module.css';
import type { TimelineRow } from './timeline';

/** Number of columns of the table. */
export const columns = 4;

/** A row of the table: a booking, or something else, which is always drawn. */
export type TableItem =
  | { key: string; row: TimelineRow }
  | { key: string; row?: undefined; cells: ReactNode; className?: string | undefined };

/** Widths of skeleton descriptions in pixels, one for each row in view. */
const skeletonWidths: Record<BookingPeriod, number[]> = { upcoming: [160, 192], past: [176, 160, 208, 144] };

/** The rows of one period, or what stands in their place while there are none; and the button that loads more. */
export function periodItems(
  period: BookingPeriod,
  { content, nextOffset, isGrowing, moreRequested }: BookingsState,
  rows: readonly TimelineRow[],
  words: Messages['bookings'],
): TableItem[] {
  const isPast = period === 'past';
  const loaded = known(content)?.value;
  const one = (name: string, cells: ReactNode) => [{ key: `${period} ${name}`, cells }];
  const note = (name: string, text: string) =>
    one(name, wide(<span className={`${styles.none} muted`}>{text}</span>));
  const failed =
    content.state === 'failed' ? note('failed', isPast ? words.pastFailed : words.upcomingFailed) : [];
  const more =
    nextOffset !== undefined && content.state !== 'failed' && !isGrowing
      ? one(
          'more',
          wide(
            <Button
              look="quiet"
              action={isPast ? 'earlier' : 'later'}
              onClick={() => void moreRequested()}
              aria-disabled={content.state === 'loading'}
            >
              {isPast ? words.earlier : words.later}
            </Button>,
          ),
        )
      : [];
  const isLoading = !loaded && content.state === 'loading';
  const body = isLoading ? skeletonItems(period) : rows.map((row) => ({ key: row.key, row }));
  const none =
    loaded?.length === 0 && nextOffset === undefined
      ? note('none', isPast ? words.noPast : words.noUpcoming)
      : [];
  return isPast ? [...body, ...none, ...more, ...failed] : [...failed, ...more, ...none, ...body];
}

/** A cell across the table. */
export function wide(children: ReactNode): ReactNode {
  return (
    <td colSpan={columns} className={styles.wide}>
      {children}
    </td>
  );
}

/** Skeletons of the rows, and below past ones the space that further rows take. */
function skeletonItems(period: BookingPeriod): TableItem[] {
  const skeletons = skeletonWidths[period].map((width) => ({
    key: `${period} skeleton ${width}`,
    cells: <SkeletonCells width={width} />,
  }));
  const space = { key: 'space', className: styles.space, cells: <td colSpan={columns} /> };
  return period === 'past' ? [...skeletons, space] : skeletons;
}

function SkeletonCells({ width }: { width: number }) {
  return (
    <>
      <td>
        <Skeleton width={72} />
      </td>
      <td>
        <Skeleton width={width} />
      </td>
      <td className={styles.money}>
        <Skeleton width={48} />
      </td>
      <td className={styles.money}>
        <Skeleton width={48} />
      </td>
    </>
  );
}
