import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Choice } from '../../design/choice.tsx';
import { Screen } from '../../design/screen.tsx';
import { Body, Title } from '../../design/words.tsx';
import { LineUp } from '../../programme/line-up.tsx';
import { useFestivals } from '../../programme/use-programme.ts';

export default function LineUpScreen() {
  const t = useTranslations('mobile.lineUp');
  const festivals = useFestivals();
  const [chosen, choose] = useState<string | null>(null);
  if (!festivals) return <Screen>{null}</Screen>;
  const festival = festivals.find((one) => one.id === chosen) ?? festivals[0];
  return (
    <Screen testID="line-up">
      <Title>{festival?.name ?? t('title')}</Title>
      {festivals.length > 1 && festival ? (
        <Choice
          label={t('festival')}
          value={festival.id}
          onChoose={choose}
          options={festivals.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {festival ? <LineUp key={festival.id} festival={festival} /> : <Body>{t('none')}</Body>}
    </Screen>
  );
}
