import { languageNames, languages } from '@festivals/messages';
import { View } from 'react-native';
import { useTranslations } from 'use-intl';
import { Button } from '../../design/button.tsx';
import { Choice } from '../../design/choice.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { Screen } from '../../design/screen.tsx';
import { Body, Heading, Soft, Title } from '../../design/words.tsx';
import { DeviceCard } from '../../device/device-card.tsx';
import { useEnrolment } from '../../device/use-enrolment.ts';
import { useChooseLanguage } from '../../language/language-provider.tsx';
import { useLanguage } from '../../language/use-language.ts';
import { usePerson, useSignOut } from '../../session/person.ts';
import { looks } from '../../shell/look.ts';
import { useChooseLook } from '../../shell/use-look.ts';

export default function Settings() {
  const t = useTranslations('mobile.settings');
  const language = useLanguage();
  const chooseLanguage = useChooseLanguage();
  const [look, chooseLook] = useChooseLook();
  const person = usePerson();
  const enrolment = useEnrolment();
  const signOut = useSignOut();
  return (
    <Screen testID="settings">
      <Title>{t('title')}</Title>
      <View className="gap-3">
        <Heading>{t('language')}</Heading>
        <Choice
          label={t('language')}
          value={language}
          onChoose={chooseLanguage}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
      </View>
      <View className="gap-3">
        <Heading>{t('look')}</Heading>
        <Choice
          label={t('look')}
          value={look}
          onChoose={chooseLook}
          options={looks.map((value) => ({ value, label: t(`looks.${value}`) }))}
        />
        <Soft>{t('lookHint')}</Soft>
      </View>
      <View className="gap-3">
        <Heading>{t('account')}</Heading>
        {person ? (
          <>
            <Body>{`${person.name} · ${person.email}`}</Body>
            <Button
              kind="quiet"
              label={t('signOut')}
              onPress={() => signOut.mutate()}
              busy={signOut.isPending}
              testID="sign-out"
            />
          </>
        ) : (
          <LinkButton href="/sign-in" label={t('signIn')} quiet />
        )}
      </View>
      <View className="gap-3">
        <Heading>{t('device')}</Heading>
        {enrolment ? <DeviceCard enrolment={enrolment} /> : <LinkButton href="/enrol" label={t('enrol')} quiet />}
      </View>
    </Screen>
  );
}
