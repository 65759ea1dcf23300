import { Badge, type BadgeTone } from '@festivals/ui/badge';
import type { FestivalStatus } from '@festivals/domain/festival/contract';
import { useTranslations } from 'use-intl';

const tones: Record<FestivalStatus, BadgeTone> = {
  DRAFT: 'neutral',
  PUBLISHED: 'accent',
  ONGOING: 'success',
  COMPLETED: 'info',
  CANCELLED: 'danger',
};

export function StatusBadge({ status }: { status: FestivalStatus }) {
  const t = useTranslations('office.festivalStatus');
  return (
    <Badge tone={tones[status]} dot>
      {t(status)}
    </Badge>
  );
}
