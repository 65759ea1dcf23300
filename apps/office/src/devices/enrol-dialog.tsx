import { Button } from '@festivals/ui/button';
import { Countdown } from '@festivals/ui/countdown';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { offerEnrolment } from '@festivals/domain/devices/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { renderSVG } from 'uqr';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { FormFailure } from '../shell/failure.tsx';

type Body = z.output<typeof offerEnrolment.body>;

/** Enrolment codes are good for fifteen minutes. */
const lifetime = 15 * 60;

function Code({ code, expiresAt, onAgain }: { code: string; expiresAt: string; onAgain: () => void }) {
  const t = useTranslations('office.devices');
  const [over, setOver] = useState(false);
  if (over) {
    return (
      <div className="space-y-4">
        <Notice tone="warning" live>
          {t('codeOver')}
        </Notice>
        <Button tone="accent" onClick={onAgain}>
          {t('codeAgain')}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col items-center gap-4 text-center">
      {/* Black on white in the dark as well: not every camera reads an inverted code. */}
      <div
        role="img"
        aria-label={t('qrLabel')}
        className="w-56 rounded-xl border border-line bg-white p-3"
        dangerouslySetInnerHTML={{ __html: renderSVG(code, { border: 1, blackColor: '#000', whiteColor: '#fff' }) }}
      />
      <div>
        <p className="text-xs text-ink-faint">{t('typeCode')}</p>
        <p className="font-mono text-lg font-semibold tracking-widest text-ink select-all">{code}</p>
      </div>
      <div className="flex items-center gap-3 text-left">
        <Countdown until={expiresAt} seconds={lifetime} label={t('codeLeft')} onEnd={() => setOver(true)} />
        <p className="max-w-56 text-xs text-pretty text-ink-soft">{t('codeOnce')}</p>
      </div>
    </div>
  );
}

/** Enrols one device: its name here, then a code that its camera reads. `known` are the devices there were before. */
export function EnrolDialog({
  festivalId,
  known,
  onClose,
}: {
  festivalId: Festival['id'];
  known: ReadonlySet<string>;
  onClose: () => void;
}) {
  const t = useTranslations('office.devices');
  const shell = useTranslations('office.shell');
  const keyFor = useDeedKey();
  const [before, setBefore] = useState(known);
  const form = useForm<z.input<typeof offerEnrolment.body>, unknown, Body>({
    resolver: zodResolver(offerEnrolment.body),
    defaultValues: { name: '', rights: ['scan'] },
  });
  const offer = useMutation({
    mutationFn: (body: Body) =>
      api.devices.offerEnrolment({ params: { festivalId }, body }, { idempotencyKey: keyFor(body) }),
    onSuccess: () => setBefore(known),
  });
  const arrived = offer.isSuccess && [...known].some((id) => !before.has(id));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={offer.isSuccess ? t('showCode', { name: offer.variables.name }) : t('enrol')}
        description={arrived ? undefined : offer.isSuccess ? t('showCodeLead') : t('enrolLead')}
        closeLabel={shell('close')}
        footer={
          arrived && (
            <Button tone="accent" onClick={onClose}>
              {t('done')}
            </Button>
          )
        }
      >
        {arrived ? (
          <div role="status" className="flex flex-col items-center gap-3 py-6 text-center">
            <CircleCheck aria-hidden="true" className="size-12 text-success" />
            <p className="text-base font-semibold text-ink">{t('arrived', { name: offer.variables.name })}</p>
          </div>
        ) : offer.isSuccess ? (
          <Code key={offer.data.code} {...offer.data} onAgain={() => offer.reset()} />
        ) : (
          <form noValidate onSubmit={form.handleSubmit((body) => offer.mutate(body))} className="space-y-4">
            <FormField label={t('deviceName')} hint={t('deviceNameHint')} error={form.formState.errors.name} required>
              <Input autoFocus {...form.register('name')} />
            </FormField>
            <FormFailure error={offer.error} />
            <Button type="submit" tone="accent" busy={offer.isPending}>
              {t('makeCode')}
            </Button>
          </form>
        )}
      </DialogContent>
    </Dialog>
  );
}
