import { answerInvitation } from '../../../../../invitation/invitation-client.ts';
import { languageOf } from '../../../../../shell/language-of.ts';
import { inLanguage, paths } from '../../../../../shell/paths.ts';

interface Context {
  params: Promise<{ locale: string; token: string }>;
}

/** Takes a guest's answer, as a form sends it without script, and leads back to the invitation, which says what became of it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  const form = await request.formData();
  const names = form
    .getAll('name')
    .flatMap((name) => (typeof name === 'string' && name.trim() !== '' ? [name.trim()] : []));
  const asked = { token, from: request.headers.get('x-forwarded-for') };
  const taken =
    form.get('answer') === 'decline'
      ? await answerInvitation(asked, { answer: 'DECLINE' })
      : await answerInvitation(asked, { answer: 'ACCEPT', names, coming: Math.max(1, names.length) });
  const location =
    inLanguage(languageOf(locale), paths.invitation(token)) + (taken === 'taken' ? '' : `?failed=${taken}`);
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
