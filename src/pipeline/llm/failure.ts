// A fault of the wire → the error that people can do something about. Decides by status and by the service's codes.
import type { OpenAiConfig } from '../../config.ts';
import { TalesError } from '../../errors.ts';
import type { ServiceFault } from './fault.ts';

/** Whom a question goes to. */
export interface Addressee {
  /** As people know the service. */
  readonly service: string;
  readonly model: string;
  /** Where the model is named. */
  readonly variable: string;
  /** Seconds that one answer may take. */
  readonly seconds: number;
}

/** OpenAI by its name, any other server by its host. */
export const serviceName = ({ baseUrl }: Pick<OpenAiConfig, 'baseUrl'>): string => {
  const host = baseUrl === undefined ? 'api.openai.com' : new URL(baseUrl).host;
  return host === 'api.openai.com' ? 'OpenAI' : host;
};

const FILTERS: readonly (string | undefined)[] = ['content_filter', 'content_policy_violation'];
/** Both mean that asking again is of no use until somebody pays. */
const QUOTAS: readonly (string | undefined)[] = ['insufficient_quota', 'billing_hard_limit_reached'];

export const isQuota = ({ is }: ServiceFault): boolean => QUOTAS.includes(is.code) || QUOTAS.includes(is.type);

/** Servers that name no code still repeat the model's name. */
const isModelMissing = ({ is: { status, code, param, words = '' } }: ServiceFault, model: string): boolean =>
  code === 'model_not_found' || (status === 404 && (param === 'model' || words.includes(model)));

/** A code as it is, and never a sentence: that could hold what people wrote. */
function reasonOf({ is: { code, type, status } }: ServiceFault): string {
  const named = [code, type].find((name) => name !== undefined && /^[a-z][\w.-]{0,59}$/i.test(name));
  return named ?? (status === undefined ? 'error' : `HTTP ${status}`);
}

const scopesIn = (words = ''): readonly string[] =>
  /missing scopes?: ([\w., ]+)/i.exec(words)?.[1]?.match(/[a-z]+(?:\.[a-z]+)+/g) ?? [];

function refusalOf(fault: ServiceFault, { service, model, variable }: Addressee): TalesError {
  const { status = 500, code, words } = fault.is;
  const options = { cause: fault };
  if (isQuota(fault)) return new TalesError('service-quota', { service }, options);
  if (FILTERS.includes(code)) return new TalesError('answer-unusable', { model, reason: 'refused' }, options);
  if (isModelMissing(fault, model))
    return new TalesError('service-model-missing', { service, model, variable }, options);
  if (status === 401) return new TalesError('service-login', { service, variable: 'OPENAI_API_KEY' }, options);
  const missing = status === 403 ? scopesIn(words) : [];
  if (missing.length > 0) return new TalesError('service-permission', { service, missing }, options);
  const retryable = status === 408 || status === 409 || status >= 500;
  if (status === 429 || status === 503)
    return new TalesError('service-busy', { service }, { ...options, retryable: true });
  return new TalesError('service-refused', { service, reason: reasonOf(fault) }, { ...options, retryable });
}

export function failureOf(fault: ServiceFault, addressee: Addressee): TalesError {
  const { service, seconds } = addressee;
  const again = { cause: fault, retryable: true };
  switch (fault.kind) {
    case 'cancelled':
      return new TalesError('cancelled', {}, { cause: fault.cause });
    case 'unreachable':
      return new TalesError('service-unreachable', { service }, again);
    case 'too-slow':
      return new TalesError('service-too-slow', { service, seconds }, again);
    case 'garbled':
      return new TalesError('service-refused', { service, reason: 'malformed_answer' }, again);
    case 'status':
      return refusalOf(fault, addressee);
  }
}
