import { t } from '../localize/more.ts';
import type { Shown } from './choose.ts';
import { timer } from './context.ts';

/** One sentence for screen readers; assertive where somebody has to act. */
export interface Announcement {
  readonly assertive: boolean;
  readonly text: string;
}

/** What changed for somebody who cannot see it; never the ticking time. null: nothing. */
export function announcement(before: Shown | null, { call, view, waiting }: Shown): Announcement | null {
  const n = { n: call.peer.name };
  const polite = (text: string): Announcement => ({ assertive: false, text });
  const urgent = (text: string): Announcement => ({ assertive: true, text });
  const was = before?.call.id === call.id ? before.call : null;
  if (waiting && waiting.id !== before?.waiting?.id) return urgent(t('in.waiting', { n: waiting.peer.name }));
  if (was?.phase !== call.phase) {
    switch (view) {
      case 'incoming':
        return urgent(t('in.from', { kind: t(call.offered.video ? 'in.video' : 'in.voice'), ...n }));
      case 'outgoing':
        return polite(t(call.phase === 'ringing-out' ? 'out.ringing' : 'out.calling'));
      case 'stage':
        return polite(
          t(
            call.phase === 'active'
              ? 'call.connected'
              : call.phase === 'connecting'
                ? 'call.connecting'
                : 'call.reconnecting',
          ),
        );
      case 'outcome': {
        if (was?.phase === 'ending' || !call.reason) return null;
        const time = call.connected === null ? '' : `, ${timer((call.ended ?? call.connected) - call.connected)}`;
        const title = t(`end.${call.reason}`, { ...n, account: call.accountAddress });
        return time ? polite(`${title}${time}`) : urgent(title);
      }
    }
  }
  if (was && was.wanted.audio !== call.wanted.audio)
    return polite(t(call.wanted.audio ? 'call.mic_on' : 'call.mic_off'));
  if (was && was.wanted.video !== call.wanted.video)
    return polite(t(call.wanted.video ? 'call.cam_on' : 'call.cam_off'));
  return null;
}
