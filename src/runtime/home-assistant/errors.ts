import { ERR_CONNECTION_LOST } from 'home-assistant-js-websocket';
import { redact } from '../platform/redact.ts';
import { HomeAssistantError } from './home-assistant.ts';

const SHORT = 200;

/**
 * Whatever the library or Home Assistant throws as one of ours. The message is cut and redacted and the original is
 * not kept: Home Assistant repeats in its messages what it was sent.
 */
export function homeAssistantError(error: unknown): HomeAssistantError {
  if (error instanceof HomeAssistantError) return error;
  const { code, message } = fields(error);
  if (code === ERR_CONNECTION_LOST) return connectionLost();
  return new HomeAssistantError(
    typeof code === 'string' || typeof code === 'number' ? String(code) : 'unknown',
    redact(message).slice(0, SHORT),
  );
}

export function connectionLost(): HomeAssistantError {
  return new HomeAssistantError('connection_lost', 'the connection to Home Assistant was lost');
}

/** The library rejects with bare numbers, with `{code, message}`, and with a whole result message. */
function fields(error: unknown): { readonly code: unknown; readonly message: string } {
  if (typeof error === 'number') return { code: error, message: '' };
  if (typeof error !== 'object' || error === null) return { code: undefined, message: String(error) };
  if ('error' in error) return fields(error.error);
  return {
    code: 'code' in error ? error.code : undefined,
    message: 'message' in error ? String(error.message) : '',
  };
}
