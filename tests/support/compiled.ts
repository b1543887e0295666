// What programs of tests are given besides what they are to know: where Node keeps what it has made of their files, so
// that they start quickly.
const place = process.env['NODE_COMPILE_CACHE'];

export const COMPILED: Readonly<Record<string, string>> = place === undefined ? {} : { NODE_COMPILE_CACHE: place };
