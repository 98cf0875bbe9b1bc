import type { Icon } from '@tabler/icons-react';
import { useId, type ReactNode, type Ref } from 'react';
import './side-section.css';

export interface SideSectionProps {
  readonly title: string;
  readonly icon?: Icon | undefined;
  /** In words, beside the title: 1 件. */
  readonly amount?: string | undefined;
  /** At the right end, quiet: 只给您看，不打印; or a text button. */
  readonly note?: ReactNode;
  readonly pinned?: boolean | undefined;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement> | undefined;
}

export function SideSection({
  title,
  icon: Drawn,
  amount,
  note,
  pinned = false,
  children,
  ref,
}: SideSectionProps): ReactNode {
  const id = useId();
  return (
    <section
      className={`ui-section ${pinned ? 'ui-section-pinned' : ''}`}
      aria-labelledby={id}
      tabIndex={ref === undefined ? undefined : -1}
      ref={ref}
    >
      <div className="ui-section-head">
        <h2 id={id}>
          {Drawn !== undefined && <Drawn size={18} aria-hidden />}
          {title}
        </h2>
        {amount !== undefined && <span className="ui-section-amount">{amount}</span>}
        {note !== undefined && <span className="ui-section-note">{note}</span>}
      </div>
      {children}
    </section>
  );
}
