// What every answer tells the browser not to do. Pure.

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For bytes that came from people: nothing in them is ever to run. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), browsing-topics=()',
  // Unless an answer says otherwise, it is about somebody's book.
  'cache-control': 'no-store',
} as const;

/** The browsers' own viewers of PDF files open with nothing stricter. */
const PDF_POLICY = "frame-ancestors 'none'";

function policyFor(type: string): string {
  if (type.startsWith('application/pdf')) return PDF_POLICY;
  return type.startsWith('image/') && !type.startsWith('image/svg') ? DATA_POLICY : PAGE_POLICY;
}

/** Adds what an answer does not say by itself. */
export function withSafeHeaders(headers: Headers): void {
  const policy = policyFor(headers.get('content-type') ?? '');
  for (const [name, value] of Object.entries({ ...EVERYWHERE, 'content-security-policy': policy })) {
    if (!headers.has(name)) headers.set(name, value);
  }
}
