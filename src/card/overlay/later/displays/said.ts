import type { CallView } from '../../../../runtime/api.ts';
import type { CallDisplayView } from '../../../../runtime/displays/view.ts';
import { t } from '../../../localize/displays.ts';
import type { Announcement } from '../../announce.ts';
import { failureWords } from './notice.ts';
import { nowOnWord } from '../../../displays.ts';

/** What changed of a call's display, for somebody who cannot see it. null: nothing that is worth a sentence. */
export function displaySaid(before: CallDisplayView | undefined, { display: now }: CallView): Announcement | null {
  if (now?.failure && now.failure.reason !== before?.failure?.reason) {
    const { title, text } = failureWords(now.failure);
    return { assertive: true, text: `${title}. ${text}` };
  }
  const was = before?.state ?? 'here';
  const is = now?.state ?? 'here';
  if (was === is) return null;
  const polite = (text: string): Announcement => ({ assertive: false, text });
  switch (is) {
    case 'moving':
      return polite(t('tv.moving', { tv: now?.name ?? '' }));
    case 'there':
      return now ? polite(nowOnWord(now)) : null;
    case 'lost':
      return polite(`${t('tv.quiet', { tv: now?.name ?? '' })}. ${t('tv.quiet_text')}`);
    case 'here':
      return was === 'moving' ? null : polite(t('tv.now_here'));
  }
}
