import type { Quality } from '../../runtime/media/quality.ts';
import { t } from '../localize/more.ts';
import type { Shown } from './choose.ts';
import { timer } from './context.ts';

/** One sentence for screen readers; assertive where somebody has to act. */
export interface Announcement {
  readonly assertive: boolean;
  readonly text: string;
}

const polite = (text: string): Announcement => ({ assertive: false, text });
const urgent = (text: string): Announcement => ({ assertive: true, text });

/** What changed for somebody who cannot see it; never the ticking time. null: nothing. */
export function announcement(before: Shown | null, { call, view, waiting }: Shown): Announcement | null {
  const n = { n: call.peer.name };
  const was = before?.call.id === call.id ? before.call : null;
  if (waiting && waiting.id !== before?.waiting?.id) return urgent(t('in.waiting', { n: waiting.peer.name }));
  if (was?.phase !== call.phase) {
    switch (view) {
      case 'incoming':
        if (call.dropIn) return urgent(t('in.dropin', n));
        if (!call.peer.contactId) return urgent(t(call.offered.video ? 'in.video' : 'in.voice'));
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
  if (was && was.remoteOnHold !== call.remoteOnHold)
    return polite(call.remoteOnHold ? t('call.on_hold', n) : t('call.connected'));
  if (was && !was.remoteUnreadable && call.remoteUnreadable) return polite(t('call.unreadable', n));
  if (was && !was.silenced && call.silenced) return polite(t('card.silent'));
  if (was && was.wanted.audio !== call.wanted.audio)
    return polite(t(call.wanted.audio ? 'call.mic_on' : 'call.mic_off'));
  if (was && was.wanted.video !== call.wanted.video)
    return polite(t(call.wanted.video ? 'call.cam_on' : 'call.cam_off'));
  return null;
}

/** Seconds of a countdown that are said; the others are only shown. */
const SAID = [10, 5, 3, 2, 1] as const;

/** A countdown has come to a second that is said. null: the countdown does not run. */
export function countdownSaid(before: number | null, left: number | null): Announcement | null {
  if (left === null) return null;
  const passed = SAID.some((second) => left <= second && (before === null || before > second));
  return passed ? urgent(String(left)) : null;
}

/** The connection became weak, or good again after it was. */
export function qualitySaid(before: Quality | null, now: Quality | null): Announcement | null {
  if (before === now || before === null || now === null) return null;
  return polite(t(`call.${now}`));
}

/** Somebody here begins to speak while the microphone is off. */
export function unheardSaid(before: boolean, now: boolean): Announcement | null {
  return now && !before ? polite(t('call.self_mic')) : null;
}
