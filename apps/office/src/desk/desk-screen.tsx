import { Button } from '@festivals/ui/button';
import { Link } from '@tanstack/react-router';
import { Coins } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { Page } from '../shell/page.tsx';
import { DeskForm } from './desk-form.tsx';
import { LastSale, type Sale, Sold } from './sold.tsx';

/** The festival's own box office: what, for whom, paid by what; and then the tickets. */
export function DeskScreen() {
  const t = useTranslations('office.desk');
  const { festival } = useFestival();
  const [sale, setSale] = useState<Sale | null>(null);
  const [isDone, setDone] = useState(false);
  const [turn, setTurn] = useState(0);
  const sold = (made: Sale) => {
    setSale(made);
    setDone(true);
  };
  const next = () => {
    setTurn(turn + 1);
    setDone(false);
  };
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={
        <Button asChild>
          <Link to="/f/$slug/desk/takings" params={{ slug: festival.slug }}>
            <Coins aria-hidden="true" />
            {t('takings')}
          </Link>
        </Button>
      }
    >
      {sale !== null && isDone ? (
        <Sold festival={festival} sale={sale} onNext={next} />
      ) : (
        <>
          <DeskForm key={turn} festival={festival} focusFirst={turn > 0} onSold={sold} />
          {sale !== null && <LastSale festival={festival} sale={sale} />}
        </>
      )}
    </Page>
  );
}
